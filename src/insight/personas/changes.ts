import type { PersonaCard, PersonaFact } from '../../contract/schemas.ts';
import { counted, share } from '../report/words.ts';

/** A share that moved by less is the same. */
const leastMove = 0.05;
const sections = ['demographics', 'habits', 'motives', 'channels', 'objections'] as const;

/** What is different between a card as it was drawn and as it would be drawn now, in sentences; size first. */
export function personaChanges(before: PersonaCard, now: PersonaCard): { label: string; sentence: string }[] {
  const changes: { label: string; sentence: string }[] = [];
  if (Math.abs(now.people - before.people) >= Math.max(1, 0.02 * before.people))
    changes.push({ label: 'people', sentence: `${counted(now.people, 'customer')} instead of ${before.people}.` });
  for (const section of sections) {
    const old = new Map(before[section].map((fact) => [keyOf(fact), fact]));
    const fresh = new Map(now[section].map((fact) => [keyOf(fact), fact]));
    for (const [key, fact] of fresh) {
      const earlier = old.get(key);
      if (earlier === undefined)
        changes.push({ label: fact.label, sentence: `New: ${fact.label} ${fact.value}${fact.share === null ? '' : ` (${share(fact.share)})`}.` });
      else if (fact.share === null || earlier.share === null) {
        if (fact.value !== earlier.value) changes.push({ label: fact.label, sentence: `${fact.label}: ${fact.value}; it was ${earlier.value}.` });
      } else if (Math.abs(fact.share - earlier.share) >= leastMove)
        changes.push({ label: fact.label, sentence: `${fact.label} ${fact.value}: ${share(fact.share)} instead of ${share(earlier.share)}.` });
    }
    for (const [key, fact] of old)
      if (!fresh.has(key))
        changes.push({ label: fact.label, sentence: `No longer: ${fact.label} ${fact.share === null ? '' : fact.value}.`.replace(' .', '.') });
  }
  return changes;
}

/** Numbers are told by their source alone, values by source and value. */
const keyOf = ({ source, value, share: part }: PersonaFact): string =>
  part === null && value.startsWith('usually ') ? source : `${source.replace(/ of \d+ people.*$/u, '')} ${value}`;
