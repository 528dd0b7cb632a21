/** One figure with what it is compared with, both taken in the same run. */
export type Measurement = {
  readonly name: string;
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly baseline: { readonly what: string; readonly value: number } | null;
  /** value / baseline in the same unit; below 1 is better than the baseline where less is better. */
  readonly ratio: number | null;
  readonly target: string;
  readonly met: boolean;
  readonly peak_megabytes: number | null;
  readonly cpu_seconds: number | null;
  /** How it was taken where that is not plain, and what lies beside it. */
  readonly details: Readonly<Record<string, unknown>>;
};

type Limits = { readonly atMost?: number; readonly atLeast?: number; readonly ratioAtMost?: number; readonly peakAtMost?: number };
type Taken = {
  readonly name: string;
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** `ratio` where it was taken more exactly than as that of the two values. */
  readonly baseline?: { readonly what: string; readonly value: number; readonly ratio?: number };
  readonly peakMegabytes?: number;
  readonly cpuSeconds?: number;
  readonly limits: Limits;
  readonly details?: Readonly<Record<string, unknown>>;
};

export function measurement({ name, what, value, unit, baseline, peakMegabytes, cpuSeconds, limits, details }: Taken): Measurement {
  const ratio = baseline === undefined ? null : (baseline.ratio ?? value / baseline.value);
  const met =
    value <= (limits.atMost ?? Number.POSITIVE_INFINITY) &&
    value >= (limits.atLeast ?? Number.NEGATIVE_INFINITY) &&
    (ratio ?? 0) <= (limits.ratioAtMost ?? Number.POSITIVE_INFINITY) &&
    (peakMegabytes ?? 0) <= (limits.peakAtMost ?? Number.POSITIVE_INFINITY);
  return {
    name,
    what,
    value: rounded(value),
    unit,
    baseline: baseline === undefined ? null : { what: baseline.what, value: rounded(baseline.value) },
    ratio: ratio === null ? null : rounded(ratio),
    target: targetText(limits, unit),
    met,
    peak_megabytes: peakMegabytes === undefined ? null : Math.round(peakMegabytes),
    cpu_seconds: cpuSeconds === undefined ? null : rounded(cpuSeconds),
    details: details ?? {},
  };
}

const rounded = (value: number): number => (Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(4)));

function targetText({ atMost, atLeast, ratioAtMost, peakAtMost }: Limits, unit: string): string {
  return [
    atMost === undefined ? '' : `< ${rounded(atMost)} ${unit}`.trim(),
    atLeast === undefined ? '' : `≥ ${rounded(atLeast)} ${unit}`.trim(),
    ratioAtMost === undefined ? '' : `≤ ${rounded(ratioAtMost)} × baseline`,
    peakAtMost === undefined ? '' : `< ${peakAtMost} MB`,
  ]
    .filter((text) => text !== '')
    .join(', ');
}

/** A readable table for the terminal. */
export function table(measurements: readonly Measurement[]): string {
  const cells = measurements.map((one) => [
    one.met ? 'ok' : 'MISSED',
    one.name,
    `${one.value} ${one.unit}`,
    one.baseline === null ? '' : `${one.baseline.value} (${one.baseline.what})`,
    one.ratio === null ? '' : `${one.ratio}×`,
    one.peak_megabytes === null ? '' : `${one.peak_megabytes} MB`,
    one.target,
  ]);
  const rows = [['', 'measurement', 'value', 'baseline', 'ratio', 'peak', 'target'], ...cells];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
