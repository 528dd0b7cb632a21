/** A sum of decimals without the dust of binary fractions: money is kept to four places. */
export const toMoney = (amount: number): number => Math.round(amount * 10_000) / 10_000;
