/** Numbers, money and times as this person reads them. Shares are 0 to 1, instants ISO 8601 texts. */
export type Formatters = {
  readonly count: (value: number) => string;
  /** `1.2k` where room is short. */
  readonly compact: (value: number) => string;
  readonly money: (value: number) => string;
  readonly compactMoney: (value: number) => string;
  /** A share that is not all is never told as all, nor one that is not none as none; `wholeShare` says so in little room, for charts. */
  readonly share: (value: number) => string;
  /** Never a decimal: for cells too narrow for one. */
  readonly wholeShare: (value: number) => string;
  /** Three decimals at most, for coefficients. */
  readonly fine: (value: number) => string;
  /** One decimal at most. */
  readonly decimal: (value: number) => string;
  /** `12 Nov 2026`, in the workspace's time zone. */
  readonly day: (instant: string) => string;
  /** `12 Nov 2026` of a local date, `2026-11-12`, which lies in no zone. */
  readonly date: (date: string) => string;
  /** `Nov 2026` of a local date. */
  readonly dateMonth: (date: string) => string;
  /** `Nov 2026`. */
  readonly month: (instant: string) => string;
  /** `12 Nov 2026, 09:41`. */
  readonly moment: (instant: string) => string;
  /** `09:41`. */
  readonly time: (instant: string) => string;
  readonly list: (names: readonly string[]) => string;
  /** The same joined by “or”. */
  readonly choice: (names: readonly string[]) => string;
};

export type Place = { readonly locale: string; readonly currency: string; readonly zone: string };

/** Each is made when it is first used: fifteen at once cost a tenth of a second of every page. */
export function createFormatters({ locale, currency, zone }: Place): Formatters {
  const number = (options: Intl.NumberFormatOptions) => {
    // What rounds to zero from below is zero: it has no sign.
    const format = once(() => new Intl.NumberFormat(locale, { signDisplay: 'negative', ...options }));
    return (value: number) => format().format(value);
  };
  const moment = (options: Intl.DateTimeFormatOptions) => {
    const format = once(() => new Intl.DateTimeFormat(locale, { timeZone: zone, ...options }));
    return (instant: string) => format().format(new Date(instant));
  };
  const small = number({ style: 'currency', currency });
  // From 100 up, pence only make a number harder to read.
  const large = number({ style: 'currency', currency, maximumFractionDigits: 0, minimumFractionDigits: 0 });
  const fine = number({ style: 'percent', maximumFractionDigits: 1 });
  const coarse = number({ style: 'percent', maximumFractionDigits: 0 });
  const compact = number({ notation: 'compact', maximumFractionDigits: 1 });
  const compactMoney = number({ style: 'currency', currency, notation: 'compact', maximumFractionDigits: 1, minimumFractionDigits: 0 });
  const list = once(() => new Intl.ListFormat(locale, { type: 'conjunction' }));
  const choice = once(() => new Intl.ListFormat(locale, { type: 'disjunction' }));
  return Object.freeze({
    count: number({ maximumFractionDigits: 0 }),
    compact,
    money: (value: number) => (Math.abs(value) >= 100 || Number.isInteger(value) ? large(value) : small(value)),
    compactMoney: (value: number) => (Math.abs(value) < 10_000 ? large(value) : compactMoney(value)),
    share: (value: number) => {
      if (value > 0 && value < 0.0005) return `less than ${fine(0.001)}`;
      if (value >= 0.995 && value < 1) return `more than ${coarse(0.99)}`;
      return Math.abs(value) >= 0.1 || value === 0 ? coarse(value) : fine(value);
    },
    wholeShare: (value: number) => {
      if (value > 0 && value < 0.005) return `<${coarse(0.01)}`;
      return value >= 0.995 && value < 1 ? `>${coarse(0.99)}` : coarse(value);
    },
    fine: number({ maximumFractionDigits: 3 }),
    decimal: number({ maximumFractionDigits: 1 }),
    day: moment({ day: 'numeric', month: 'short', year: 'numeric' }),
    date: moment({ day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }),
    dateMonth: moment({ month: 'short', year: 'numeric', timeZone: 'UTC' }),
    month: moment({ month: 'short', year: 'numeric' }),
    moment: moment({ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' }),
    time: moment({ hour: '2-digit', minute: '2-digit' }),
    list: (names: readonly string[]) => list().format(names),
    choice: (names: readonly string[]) => choice().format(names),
  });
}

function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
