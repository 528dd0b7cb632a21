import { hourWords } from './clock.ts';
import type { Formatters } from './formatters.ts';

/** A number that data have a name for, with what it counts: money, a share, an hour of the day, or days. */
export function figureText(format: Formatters, { name, unit }: { readonly name: string; readonly unit: string | null }, value: number): string {
  if (unit !== null && /^[A-Z]{3}$/.test(unit)) return format.money(value);
  if (name.endsWith('_share')) return format.share(value);
  if (name === 'favourite_hour') return hourWords(Math.round(value) % 24);
  return unit === null ? format.decimal(value) : `${format.decimal(value)} ${unit}`;
}
