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
  // Nobody orders from Antarctica, whose outline would draw a line along the pole.
  const lands = features.filter(({ properties }) => properties?.name !== 'Antarctica').map(unbroken);
  registerMap('world', { type: 'FeatureCollection', features: lands } as unknown as Parameters<typeof registerMap>[1]);
  registered = true;
}

type Land = ReturnType<typeof feature>;
type Ring = readonly (readonly number[])[];

/** Land that crosses the 180th meridian goes on beyond it: drawn back to the other side it would be a line across the map. */
function unbroken(land: Land): Land {
  if (land.type !== 'Feature') return land;
  const { geometry } = land;
  if (geometry.type === 'Polygon') return { ...land, geometry: { ...geometry, coordinates: geometry.coordinates.map((ring) => beyond(ring)) } };
  if (geometry.type === 'MultiPolygon')
    return { ...land, geometry: { ...geometry, coordinates: geometry.coordinates.map((rings) => rings.map((ring) => beyond(ring))) } };
  return land;
}

function beyond(ring: Ring): number[][] {
  const crosses = ring.some(([longitude = 0], index) => Math.abs(longitude - (ring[index - 1]?.[0] ?? longitude)) > 180);
  return ring.map(([longitude = 0, latitude = 0]) => [crosses && longitude < 0 ? longitude + 360 : longitude, latitude]);
}
