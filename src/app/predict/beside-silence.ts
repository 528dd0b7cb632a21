import type { CustomerPredictions, CustomerScore } from '../../contract/index.ts';

type Value = Pick<NonNullable<CustomerPredictions['value']>, 'chances' | 'because'>;

/** Two models of one thing differ by some points; by more, whoever reads both is told which of them knows more. */
const clearlyOther = 0.1;

/** The buying model takes orders to come at random. Where the model of who stays away, which knows the rhythm of each, says clearly something else of the same weeks, that is said beside its chances. */
export function besideSilence<Own extends Value>(value: Own, silence: Pick<CustomerScore, 'title' | 'probability' | 'horizon_days'> | undefined): Own {
  const horizon = silence?.horizon_days ?? null;
  if (silence === undefined || horizon === null) return value;
  const least = value.chances.findLast(({ days }) => days <= horizon)?.probability ?? 0;
  const most = value.chances.find(({ days }) => days >= horizon)?.probability ?? 1;
  const order = 1 - silence.probability;
  if (order >= least - clearlyOther && order <= most + clearlyOther) return value;
  const said = `These chances take orders to come at random. “${silence.title}” knows their rhythm, too: by that an order within ${horizon} days is ${Math.round(100 * order)}% likely. Go by that.`;
  return { ...value, because: [...value.because, said] };
}
