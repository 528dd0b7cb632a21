import type { GroupOffers } from '../../contract/index.ts';
import { offersFor } from '../../insight/index.ts';
import { insightAt } from '../insight/context.ts';
import { peopleOf } from '../insight/people-of.ts';
import type { App } from '../open.ts';
import { vocabularyOf } from '../vocabulary.ts';
import { naturalGroups } from './groups.ts';

/** What to offer to each natural group and to say to it, with the number that it follows from, as a persona's card has it. Where the grouping does not act its rules say who belongs to it; without one nothing is told. */
export async function groupOffers(app: App): Promise<GroupOffers> {
  const { groups, status } = await naturalGroups(app);
  const context = await insightAt(app, undefined);
  const vocabulary = await vocabularyOf(app);
  const items: GroupOffers['items'][number][] = [];
  for (const { number, rule } of groups) {
    const expression = status === 'approved' ? `cluster.group = ${number}` : rule?.text;
    const people = expression === undefined ? undefined : await peopleOf(app, expression, context.at, false);
    items.push({ number, offers: people === undefined ? [] : await offersFor(context, vocabulary, people) });
  }
  return { items };
}
