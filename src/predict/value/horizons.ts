const year = 365.25 / 7;
/** Horizons in weeks. Ninety days are the shop's near future; months are twelfths of a year. */
export const horizons = { days90: 90 / 7, months3: year / 4, months6: year / 2, months12: year } as const;
/** What a customer is worth is counted this far, each year's money worth less than the one before by `discount`. */
export const lifetime = { years: 3, discount: 0.1 } as const;

/** Horizons of the expected orders: ninety days, three, six, and twelve months, each further year of a lifetime, and what stands for the twelve months where that is another time. */
export const expectedHorizons = (twelve: number): readonly number[] => [
  horizons.days90,
  horizons.months3,
  horizons.months6,
  ...Array.from({ length: lifetime.years }, (_, index) => (index + 1) * year),
  ...(twelve === horizons.months12 ? [] : [twelve]),
];

/** What `expectedHorizons` were filled with, by name. A lifetime's orders are those of its years, each worth less than the one before. */
export function namedExpectations(expected: Float64Array): {
  readonly orders_90d: number;
  readonly orders_3m: number;
  readonly orders_6m: number;
  readonly orders_12m: number;
  readonly orders_lifetime: number;
} {
  const at = (place: number): number => expected[place] ?? Number.NaN;
  let worth = 0;
  for (let index = 0; index < lifetime.years; index += 1) {
    const before = index === 0 ? 0 : at(firstYear + index - 1);
    worth += (at(firstYear + index) - before) / (1 + lifetime.discount) ** (index + 0.5);
  }
  return {
    orders_90d: at(0),
    orders_3m: at(1),
    orders_6m: at(2),
    orders_12m: expected[firstYear + lifetime.years] ?? at(firstYear),
    orders_lifetime: worth,
  };
}

const firstYear = 3;
