type Range = { readonly low: number; readonly high: number };

/** A usual range as it is told: of people the whole numbers in it, as the notice says it, and of money no pence. */
export function usualRange(unit: 'money' | 'people' | 'count' | 'share', { low, high }: Range): Range {
  if (unit === 'money') return { low: Math.round(low), high: Math.round(high) };
  if (unit !== 'people') return { low, high };
  const [first, last] = [Math.ceil(low), Math.floor(high)];
  return first <= last ? { low: first, high: last } : { low: Math.floor(low), high: Math.ceil(high) };
}
