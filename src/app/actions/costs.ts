/** About how many of it make a pound, a euro or a dollar, to one digit: enough for a cost that one begins with and then changes. */
const perPound: Readonly<Record<string, number>> = {
  ARS: 1000,
  BDT: 100,
  BRL: 5,
  CLP: 1000,
  CNY: 10,
  COP: 4000,
  CZK: 20,
  DKK: 10,
  EGP: 50,
  HKD: 10,
  HUF: 400,
  IDR: 20_000,
  INR: 100,
  ISK: 100,
  JPY: 200,
  KES: 100,
  KRW: 1000,
  KZT: 500,
  MXN: 20,
  MYR: 5,
  NGN: 1000,
  NOK: 10,
  PHP: 50,
  PKR: 300,
  PLN: 5,
  RON: 5,
  RSD: 100,
  RUB: 100,
  SEK: 10,
  THB: 40,
  TRY: 40,
  TWD: 30,
  UAH: 50,
  VND: 30_000,
  ZAR: 20,
};

/** What doing something once costs about, in the shop's currency: ten minutes on the phone, a letter, a handwritten card. */
export function usualCosts(currency: string): { readonly call: number; readonly letter: number; readonly card: number } {
  const times = perPound[currency] ?? 1;
  return { call: 3 * times, letter: 1.5 * times, card: 2.5 * times };
}
