import { type Measurement, measurement } from './measurement.ts';

/** One figure: within `tolerance` of the published one (a share of it), or, where more is better, no worse than that. */
export function figure(name: string, ours: number, published: number, source: string, tolerance = 0.01, more = false): Measurement {
  const room = Math.abs(published) * tolerance;
  return measurement({
    name,
    what: `${name}, published: ${source}`,
    value: ours,
    unit: '',
    baseline: { what: source, value: published },
    limits: more ? { atLeast: published - room } : { atLeast: published - room, atMost: published + room + 1e-12 },
  });
}
