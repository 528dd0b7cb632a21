import type { Person } from './people.ts';
import type { Random } from './random.ts';

/** One row of the customer list. A person planted as a duplicate has two. */
export type Identity = { readonly person: Person; readonly customerId: string; readonly email: string; readonly flaw: Flaw | undefined };
export type Flaw = 'e-mail typo' | 'gmail dots' | 'new address' | 'shared address';

/** How many of each flaw a shop of this many customers has. */
const flaws = (people: number): readonly (readonly [Flaw, number])[] => [
  ['e-mail typo', Math.round(people / 150)],
  ['gmail dots', Math.round(people / 240)],
  ['new address', Math.round(people / 300)],
  ['shared address', 4],
];

/**
 * The customer list as the shop has it. Duplicates have a second id with a nearly equal address; four colleagues share
 * one `info@` address and are nonetheless four people; some left no address at all.
 */
export function identitiesOf(people: readonly Person[], random: Random): readonly Identity[] {
  const candidates = random.shuffled(people.filter((person) => person.type !== 'wholesale' && person.type !== 'browser' && person.type !== 'one-time'));
  const planned = flaws(people.length).flatMap(([flaw, count]) => Array.from({ length: count }, () => flaw));
  const flawOf = new Map(planned.map((flaw, index) => [candidates[index], flaw] as const));
  let next = people.length;
  const second: Identity[] = [];
  const first = people.map((person): Identity => {
    const flaw = flawOf.get(person);
    const own = { person, customerId: person.id, flaw };
    switch (flaw) {
      case undefined:
        return { ...own, email: random.chance(0.02) ? '' : person.email };
      case 'shared address':
        return { ...own, email: 'info@pinwheel-studios.example' };
      case 'gmail dots':
      case 'e-mail typo':
      case 'new address': {
        next += 1;
        const email = flaw === 'gmail dots' ? `${person.email.split('@')[0]}.dailygrind@gmail.com` : person.email;
        second.push({ person, customerId: `C${String(next).padStart(5, '0')}`, email: secondAddress(email, flaw, random), flaw });
        return { ...own, email };
      }
    }
  });
  return [...first, ...second];
}

function secondAddress(email: string, flaw: 'gmail dots' | 'e-mail typo' | 'new address', random: Random): string {
  const [local = '', domain = ''] = email.split('@');
  switch (flaw) {
    case 'gmail dots':
      return `${local.replaceAll('.', '')}@${domain}`;
    case 'new address':
      return `${local.split('.')[0]}.at.home${random.whole(100, 999)}@example.org`;
    case 'e-mail typo': {
      // Two neighbouring letters of the surname change places.
      const at = local.indexOf('.') + 2;
      return `${local.slice(0, at)}${local.charAt(at + 1)}${local.charAt(at)}${local.slice(at + 2)}@${domain}`;
    }
  }
}
