import { dateTimeOf, day, type LocalMinute } from './clock.ts';
import { type Cell, csv } from './csv.ts';
import type { Identity } from './identities.ts';
import type { Need } from './people.ts';
import type { Random } from './random.ts';

const header = ['Response ID', 'Submitted At', 'Customer ID', 'Email', 'NPS', 'Most Important', 'Interests', 'Brew Method', 'Comment'] as const;

const answers: Readonly<Record<Need, string>> = {
  taste: 'Taste',
  convenience: 'Convenience',
  ethics: 'Fair pay for growers',
  price: 'Price',
};
const comments: Readonly<Record<Need, readonly [string, ...string[]]>> = {
  taste: ['The washed single origins are worth every penny.', 'More light roasts, please.', 'Tasting notes that match the cup: rare.'],
  convenience: ['It arrives before I run out.', 'Letterbox packs are the reason I stay.', 'Changing the delivery date should take one click.'],
  ethics: ['I like that you publish what growers are paid.', 'Could the bags be compostable?', 'Tell us more about the farms.'],
  price: ['A loyalty card would be nice.', 'Postage is steep for one bag.', 'I wait for the codes.'],
};
const brewing = [
  ['Espresso machine', 5],
  ['Pour-over', 4],
  ['Cafetière', 4],
  ['Moka pot', 2],
  ['AeroPress', 3],
] as const;

/** The spring survey: what matters most, interests, how they brew, and would they recommend the shop. */
export function surveyFile(identities: readonly Identity[], random: Random, end: LocalMinute): { readonly text: string; readonly rows: number } {
  const asked = identities.filter(
    ({ person, flaw, email }) => flaw === undefined && email !== '' && person.acceptsEmail && person.type !== 'browser' && person.signedUp < end - 60 * day,
  );
  const replies = asked.filter(({ person }) => random.chance(person.gone > end ? 0.62 : 0.2));
  const rows = replies.map(({ person, customerId, email }, index): readonly Cell[] => {
    const score = Math.max(0, Math.min(10, Math.round(8 + (person.gone > end ? 0.6 : -1.5) + (random.unit() + random.unit() - 1) * 4)));
    return [
      `sv${String(index + 1).padStart(4, '0')}`,
      dateTimeOf(end - 45 * day + random.whole(0, 20) * day + random.whole(8 * 60, 22 * 60)),
      random.chance(0.5) ? customerId : '',
      email,
      random.chance(0.03) ? '' : score,
      answers[person.need],
      person.interests.join('; '),
      person.favourite === 'Espresso'
        ? random.weighted([
            ['Espresso machine', 6],
            ['Moka pot', 2],
          ] as const)
        : random.weighted(brewing),
      random.chance(0.35) ? random.pick(comments[person.need]) : '',
    ];
  });
  return { text: csv(header, rows), rows: rows.length };
}
