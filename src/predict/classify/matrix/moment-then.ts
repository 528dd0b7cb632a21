import type { AttributeWord, Moment, Vocabulary } from '../../../language/index.ts';
import { castTrait } from '../../../profiles/index.ts';
import { ident, join, sql } from '../../../sql/index.ts';
import type { Warehouse } from '../../../warehouse/index.ts';
import { standingOf } from './standing.ts';
import { stageTraits } from './traits.ts';

/** Features of the moment beside the traits that a condition may ask, as they were known then. */
const knownThen = 'predict_known_then';

/** Traits that were not known at every moment as they are today. */
export const wordsOfTheDay = ({ attributes }: Pick<Vocabulary, 'attributes'>): readonly AttributeWord[] =>
  [...attributes.values()].filter((word) => word.table === 'attributes' && standingOf(word) !== 'lasting');

/**
 * The moment for a condition about the past: its traits are read as they were known then, not as they are known today. They lie beside the features, where the language finds them by their words.
 */
export async function momentThen(warehouse: Warehouse, moment: Moment): Promise<Moment> {
  const words = wordsOfTheDay(moment.vocabulary);
  if (words.length === 0) return moment;
  const asked = words.map((word) => ({
    name: word.name,
    word,
    as: 'category' as const,
    standing: standingOf(word) === 'dated' ? ('dated' as const) : ('told' as const),
  }));
  await stageTraits(warehouse, asked, moment.now, 'by-then');
  // A name for each moment: what the language keeps of a column is not that of another day.
  const columnOf = (place: number): string => `then${moment.now}_${place}`;
  const columns = words.map(({ type }, place) => sql`, ${castTrait(type, ident('t', `n${place}`))} as ${ident(columnOf(place))}`);
  await warehouse.run(sql`create or replace temp table ${ident(knownThen)} as select f.* ${join(columns, '')}
    from ${ident(moment.featuresTable)} f left join predict_traits t using (profile)`);
  const moved = new Map(words.map((word, place): [AttributeWord, AttributeWord] => [word, { ...word, table: 'features', column: columnOf(place) }]));
  const attributes = new Map([...moment.vocabulary.attributes].map(([name, word]) => [name, moved.get(word) ?? word]));
  return { ...moment, vocabulary: { ...moment.vocabulary, attributes }, featuresTable: knownThen };
}
