/** How long each was watched, in any unit of time, and whether the end was seen (1) or not yet (0, censored). */
export type Spells = {
  readonly duration: ArrayLike<number>;
  readonly ended: ArrayLike<number>;
  /** From when on each was watched, where that is later than its beginning: an end before would not have been seen. */
  readonly entry?: ArrayLike<number>;
};

/** From `time` on, until the next step, the share given is expected to last longer; `low` and `high` are the interval's ends. */
export type SurvivalStep = {
  readonly time: number;
  readonly at_risk: number;
  readonly ended: number;
  readonly survival: number;
  readonly standard_error: number;
  readonly low: number;
  readonly high: number;
};

/**
 * Kaplan & Meier's product-limit estimate (Journal of the American Statistical Association 53, 1958), a step for every time with an end, with Greenwood's
 * standard error (1926) and intervals on the scale of log(−log S), which stay between 0 and 1 (Kalbfleisch & Prentice 1980). Censoring
 * must tell nothing of the end that was not seen; those censored at a time of ends count as at risk then, those who enter at it do not yet.
 */
export function kaplanMeier({ duration, ended, entry }: Spells, z = 1.959963984540054): readonly SurvivalStep[] {
  const order = Uint32Array.from({ length: duration.length }, (_, index) => index).sort((a, b) => (duration[a] ?? 0) - (duration[b] ?? 0));
  const entries = Float64Array.from(entry ?? []).sort();
  let entered = 0;
  const steps: SurvivalStep[] = [];
  let [survival, greenwood] = [1, 0];
  for (let at = 0; at < order.length; ) {
    const time = duration[order[at] ?? 0] ?? 0;
    while (entered < entries.length && (entries[entered] ?? 0) < time) entered += 1;
    const atRisk = order.length - at - (entries.length - entered);
    let ends = 0;
    for (; at < order.length && duration[order[at] ?? 0] === time; at += 1) ends += (ended[order[at] ?? 0] ?? 0) > 0 ? 1 : 0;
    if (ends === 0) continue;
    survival *= 1 - ends / atRisk;
    greenwood += ends / (atRisk * (atRisk - ends));
    steps.push({ time, at_risk: atRisk, ended: ends, survival, ...uncertainty(survival, greenwood, z) });
  }
  return steps;
}

function uncertainty(survival: number, greenwood: number, z: number): Pick<SurvivalStep, 'standard_error' | 'low' | 'high'> {
  if (survival <= 0) return { standard_error: 0, low: 0, high: 0 };
  const width = (z * Math.sqrt(greenwood)) / Math.abs(Math.log(survival));
  return {
    standard_error: survival * Math.sqrt(greenwood),
    low: survival ** Math.exp(width),
    high: survival ** Math.exp(-width),
  };
}

/** Share expected to last longer than a time: 1 before the first end. */
export const survivalAt = (steps: readonly SurvivalStep[], time: number): number => steps.findLast((step) => step.time <= time)?.survival ?? 1;

/** The time at which half are gone; undefined when more than half outlast what was watched. */
export const medianSurvival = (steps: readonly SurvivalStep[]): number | undefined => steps.find(({ survival }) => survival <= 0.5)?.time;

/** Where the interval's own curves cross a half (Brookmeyer & Crowley, Biometrics 38, 1982); undefined where one does not. */
export const medianInterval = (steps: readonly SurvivalStep[]): { readonly low: number | undefined; readonly high: number | undefined } => ({
  low: steps.find(({ low }) => low <= 0.5)?.time,
  high: steps.find(({ high }) => high <= 0.5)?.time,
});
