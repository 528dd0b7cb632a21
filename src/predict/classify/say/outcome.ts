import type { ClassifierTask } from '../task.ts';

/** What a classifier was asked, as far as sentences go: staying away, an order, leaving, or anything else, and of whom. */
export type AskedOf = Pick<ClassifierTask, 'buyer' | 'ends' | 'horizonDays'>;
type Question = Omit<AskedOf, 'horizonDays'>;

const doing = { silence: 'to stay away', order: 'to order', leaving: 'to leave' } as const;
const kindOf = ({ buyer, ends }: Question): keyof typeof doing | undefined => buyer ?? (ends === undefined ? undefined : 'leaving');

/**
 * "such customers are likelier to stay away": what was seen of customers, never what made them do it. Where one would expect the opposite, it says that it is so of those who are otherwise alike.
 */
export function pullOf(task: Question, effect: number, odd = false): string {
  const likelier = effect > 0 ? 'likelier' : 'less likely';
  const kind = kindOf(task);
  const whom = whomOf(task);
  if (kind === undefined) return `it is ${likelier} with such ${whom}`;
  return `${odd ? `of ${whom} otherwise alike, such` : `such ${whom}`} are ${likelier} ${doing[kind]}`;
}

/** Whom the question is asked of. */
export const whomOf = ({ ends }: Pick<Question, 'ends'>): string => (ends === undefined ? 'customers' : 'members');

/** "the likelier they are to stay away" */
export function theLikelier(task: Question, likelier: boolean): string {
  const kind = kindOf(task);
  return `the ${likelier ? 'likelier' : 'less likely'} ${kind === undefined ? 'it is' : `they are ${doing[kind]}`}`;
}
