import type { ClassifierTask } from '../task.ts';

/** What a classifier was asked, as far as sentences go: staying away, an order, or anything else. */
export type AskedOf = Pick<ClassifierTask, 'buyer' | 'horizonDays'>;

const things = { silence: 'staying away', order: 'an order' } as const;
const deeds = { silence: 'they are to stay away', order: 'they are to order' } as const;

/** "which makes staying away likelier" */
export const pullOf = ({ buyer }: Pick<AskedOf, 'buyer'>, effect: number): string =>
  `which makes ${buyer === undefined ? 'it' : things[buyer]} ${effect > 0 ? 'likelier' : 'less likely'}`;

/** "the likelier they are to stay away" */
export const theLikelier = ({ buyer }: Pick<AskedOf, 'buyer'>, likelier: boolean): string =>
  `the ${likelier ? 'likelier' : 'less likely'} ${buyer === undefined ? 'it is' : deeds[buyer]}`;
