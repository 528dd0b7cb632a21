import { registerMap } from 'echarts/core';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import outline from 'world-atlas/countries-110m.json';

let registered = false;

/** Country outlines at 1:110 million (Natural Earth, public domain), served from here. Countries bear their English names. */
export function registerWorld(): void {
  if (registered) return;
  const topology = outline as unknown as Topology<{ readonly countries: GeometryCollection<{ readonly name: string }> }>;
  const { features } = feature(topology, topology.objects.countries);
  registerMap('world', { type: 'FeatureCollection', features } as unknown as Parameters<typeof registerMap>[1]);
  registered = true;
}
