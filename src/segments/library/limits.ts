import type { OrderHabits } from './survey.ts';

/** After how many days a regular counts as lapsed: longer than 90% of the shop's customers usually wait, in steps of ten, 30 to 365. */
export function lapseDays(habits: OrderHabits): number {
  if (habits.longGap === undefined) return 90;
  return Math.min(365, Math.max(30, Math.ceil(habits.longGap / 10) * 10));
}

/** Two leading digits, the way a person would choose a limit, and never above: 1,847 → 1800, 43.7 → 43; where many pay the same 499, a limit of 500 would leave nobody. */
export function roundLimitDown(value: number): number {
  if (value <= 0) return 0;
  const step = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1);
  return Math.max(1, Math.floor(value / step) * step);
}

/** By how much of itself a limit has to be off before it moves: whoever knows a segment by its limit should not find another one every day. */
const slack = 0.1;
const numbersAndNames = /"(?:[^"\\]|\\.)*"|\d+(?:\.\d+)?/g;

/** Whether a definition differs from the one in force by more than limits that are nearly the same. */
export function movesLimit(inForce: string, fitting: string): boolean {
  const [was, is] = [apart(inForce), apart(fitting)];
  if (was.words !== is.words || was.numbers.length !== is.numbers.length) return true;
  return was.numbers.some((number, index) => Math.abs(number - (is.numbers[index] ?? 0)) > slack * Math.max(number, is.numbers[index] ?? 0));
}

function apart(text: string): { readonly words: string; readonly numbers: readonly number[] } {
  const numbers: number[] = [];
  const words = text.replace(numbersAndNames, (part) => {
    if (part.startsWith('"')) return part;
    numbers.push(Number(part));
    return '#';
  });
  return { words, numbers };
}
