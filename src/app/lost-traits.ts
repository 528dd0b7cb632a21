import { checkText, type Vocabulary } from '../language/index.ts';
import { listSegments } from '../segments/index.ts';
import { sql } from '../sql/index.ts';
import type { Warehouse } from '../warehouse/index.ts';
import type { App } from './open.ts';
import { vocabularyOf } from './vocabulary.ts';

export const traitNames = async (warehouse: Warehouse): Promise<ReadonlySet<string>> =>
  new Set((await warehouse.rows<{ name: string }>(sql`select distinct name from traits`)).map(({ name }) => name));

/** Most segments that a warning names. */
const named = 5;

/** For each trait that is no more after an import and that segments use: a sentence that names them and says what can be done. */
export async function lostTraitWarnings(app: App, before: ReadonlySet<string>, after: ReadonlySet<string>): Promise<readonly string[]> {
  const lost = [...before].filter((name) => !after.has(name));
  if (lost.length === 0) return [];
  const vocabulary = await vocabularyOf(app);
  const segments = await listSegments(app.control);
  return lost.flatMap((name) => {
    const without = withoutTrait(vocabulary, name);
    const users = segments.filter(({ text }) => checkText(text, vocabulary).ok && !checkText(text, without).ok).map((segment) => segment.name);
    return users.length === 0 ? [] : [warning(name, users)];
  });
}

const withoutTrait = (vocabulary: Vocabulary, name: string): Vocabulary => ({
  ...vocabulary,
  attributes: new Map([...vocabulary.attributes].filter(([known, word]) => known !== name || word.table !== 'attributes')),
});

function warning(name: string, users: readonly string[]): string {
  const shown = users.slice(0, named).map((user) => `"${user}"`);
  const more = users.length - shown.length;
  const list = more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
  const [use, they] = users.length === 1 ? ['segment uses it and', 'it asks'] : ['segments use it and', 'they ask'];
  return `With this import nothing brings "${name}" any more: ${users.length} ${use} could not be computed then (${list}). Leave its empty column out, so that what is known stays, or change what ${they} for first.`;
}
