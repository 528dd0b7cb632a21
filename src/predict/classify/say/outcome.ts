import type { ClassifierTask } from '../task.ts';

/** What a classifier was asked, as far as sentences go: staying away, an order, or anything else, and of whom. */
export type AskedOf = Pick<ClassifierTask, 'buyer' | 'horizonDays' | 'ofMembers'>;

const doing = { silence: 'to stay away', order: 'to order' } as const;

/**
 * "such customers are likelier to stay away": what was seen of customers, never what made them do it. Where one would expect the opposite, it says that it is so of those who are otherwise alike.
 */
export function pullOf({ buyer }: Pick<AskedOf, 'buyer'>, effect: number, odd = false): string {
  const likelier = effect > 0 ? 'likelier' : 'less likely';
  if (buyer === undefined) return `it is ${likelier} with such customers`;
  return `${odd ? 'of customers otherwise alike, such' : 'such customers'} are ${likelier} ${doing[buyer]}`;
}

/** Whom the question is asked of. */
export const whomOf = ({ ofMembers }: Pick<AskedOf, 'ofMembers'>): string => (ofMembers === true ? 'members' : 'customers');

/** "the likelier they are to stay away" */
export const theLikelier = ({ buyer }: Pick<AskedOf, 'buyer'>, likelier: boolean): string =>
  `the ${likelier ? 'likelier' : 'less likely'} ${buyer === undefined ? 'it is' : `they are ${doing[buyer]}`}`;
