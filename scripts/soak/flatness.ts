/** Resident memory over a run: `hourly` is the slope after the warm-up, as a share of what was held then, in an hour. */
export type Flatness = { readonly flat: boolean; readonly hourly: number; readonly mean: number; readonly warmUpMinutes: number };

/** A quarter of the run: caches fill, and the program is compiled. */
const warmUp = 1 / 4;
/** More than this in an hour, as a share, is growth. */
const mostHourly = 0.1;

/** Of the resident set at each minute: the line that lies nearest to all of them (least squares) after the warm-up, so that where a run happens to end does not decide. */
export function flatnessOf(megabytes: readonly number[]): Flatness {
  const warmUpMinutes = Math.floor(megabytes.length * warmUp);
  const some = megabytes.slice(warmUpMinutes);
  const mean = sum(some) / Math.max(1, some.length);
  const middle = (some.length - 1) / 2;
  const along = sum(some.map((value, minute) => (minute - middle) * (value - mean)));
  const across = sum(some.map((_, minute) => (minute - middle) ** 2));
  const hourly = across === 0 || mean === 0 ? 0 : ((along / across) * 60) / mean;
  return { flat: some.length > 1 && hourly <= mostHourly, hourly, mean, warmUpMinutes };
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
