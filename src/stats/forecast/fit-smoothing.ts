import { minimise, withNumericGradient } from '../minimise.ts';
import { nelderMead } from '../nelder-mead.ts';
import { type Smoothed, type SmoothingKind, type SmoothingState, type SmoothingWeights, smooth } from './smoothing.ts';
import { smoothingStart } from './smoothing-start.ts';

export type FittedSmoothing = Smoothed & { readonly kind: SmoothingKind; readonly weights: SmoothingWeights };

/** Seasons up to this length have their first factors fitted too; for longer ones the data are too few for it. */
const longestFitted = 12;

/**
 * Weights (and with short seasons where smoothing begins) that make the sum of squared errors of one step least: those of value less forecast,
 * as Winters (1960) did, also where the season multiplies.
 */
export function fitSmoothing(values: ArrayLike<number>, kind: SmoothingKind): FittedSmoothing {
  const start = smoothingStart(values, kind);
  const begin = [
    logit(0.3),
    ...(kind.trend === 'none' ? [] : [logit(0.1)]),
    ...(kind.season === 'none' ? [] : [logit(0.1)]),
    ...(kind.trend === 'damped' ? [logit(0.7)] : []),
  ];
  const squares = (weights: SmoothingWeights, from: SmoothingState): number => {
    const { fitted } = smooth(values, kind, weights, from);
    let sum = 0;
    for (let at = 0; at < values.length; at += 1) sum += ((values[at] ?? 0) - (fitted[at] ?? 0)) ** 2;
    return Number.isFinite(sum) ? sum : Number.MAX_VALUE;
  };
  const first = nelderMead((point) => squares(weightsOf(point, kind), start), begin, { iterations: 400, tolerance: 1e-8, size: 0.5 });
  const whole = values.length >= 3 * kind.period && kind.season !== 'none' && kind.period <= longestFitted;
  if (!whole) return finished(values, kind, weightsOf(first.point, kind), start);
  const scale = Math.abs(start.level) / 100 || 1;
  const count = begin.length;
  const stateOf = (point: Float64Array): SmoothingState => ({
    level: start.level + (point[count] ?? 0) * scale,
    trend: kind.trend === 'none' ? 0 : start.trend + ((point[count + 1] ?? 0) * scale) / 10,
    season: start.season.map((factor, place) => factor + (point[count + 2 + place] ?? 0) * (kind.season === 'additive' ? scale : 0.01)),
    next: 0,
  });
  const objective = withNumericGradient((point) => Math.log(squares(weightsOf(point, kind), stateOf(point)) + Number.MIN_VALUE));
  const joint = minimise(objective, Float64Array.of(...first.point, 0, 0, ...start.season.map(() => 0)), { iterations: 200, decrease: 1e-9 }).point;
  return finished(values, kind, weightsOf(joint, kind), stateOf(joint));
}

function finished(values: ArrayLike<number>, kind: SmoothingKind, weights: SmoothingWeights, start: SmoothingState): FittedSmoothing {
  return { ...smooth(values, kind, weights, start), kind, weights };
}

/** Free numbers → weights between 0 and 1; damping between 0.8 and 0.98, as Hyndman et al. advise. */
function weightsOf(point: Float64Array, kind: SmoothingKind): SmoothingWeights {
  let place = 0;
  const take = (wanted: boolean): number => (wanted ? logistic(point[place++] ?? 0) : 0);
  const level = take(true);
  const trend = take(kind.trend !== 'none');
  const season = take(kind.season !== 'none');
  const damping = kind.trend === 'damped' ? 0.8 + 0.18 * take(true) : 1;
  return { level, trend, season, damping };
}

const logit = (share: number): number => Math.log(share / (1 - share));
const logistic = (value: number): number => 1 / (1 + Math.exp(-value));
