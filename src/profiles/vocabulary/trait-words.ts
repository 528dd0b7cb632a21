import { fieldCatalogue } from '../../contract/index.ts';
import { type AttributeWord, nameKey } from '../../language/index.ts';
import type { ObservedTrait } from './observe.ts';

/** Words that the language itself uses at the start of a condition: a trait of that name is called `imported_…`. */
const reserved = new Set(
  `all and any average avg before between can contains count days distinct does ends exactly event events false first for has in is item items known last
   max maximum min minimum next none not of on or order orders random receive return returns review reviews seed segment since starts sum survey surveys
   then this ticket tickets today true unknown where within yesterday`
    .trim()
    .split(/\s+/),
);

/** The traits there are data for, as words. */
export function traitWords(traits: readonly ObservedTrait[], features: readonly AttributeWord[], currency: string): readonly AttributeWord[] {
  const taken = new Set(features.flatMap(({ name, aliases }) => [name, ...(aliases ?? [])]).map(nameKey));
  return traits.map(({ name, label, column, type, values, zeroOrOne }): AttributeWord => {
    const clash = taken.has(nameKey(name)) || reserved.has(name);
    return {
      name: clash ? `imported_${name}` : name,
      label: clash ? `imported ${label}` : label,
      type,
      table: 'attributes',
      column,
      ...(label === name || clash ? {} : { aliases: aliasesOf(name, label) }),
      ...(moneyTraits.has(name) ? { unit: currency } : {}),
      ...(values === undefined ? {} : { values }),
      ...(zeroOrOne === true && !counts.test(label.replaceAll('_', ' ')) ? { yesNo: true } : {}),
      ...(name === 'birthday' ? { anniversary: true } : {}),
    };
  });
}

/** How many, of a list in which nobody has more than one, is still how many. */
const counts = /\b(?:number|num|no|nr|count|counts|how many|quantity|total|times|anzahl|nombre|numero|número|aantal|antal)\b|#/iu;

const aliasesOf = (name: string, label: string): readonly string[] =>
  [...new Set([label.toLowerCase(), name.replaceAll('_', ' ')])].filter((alias) => alias !== name);

const moneyTraits: ReadonlySet<string> = new Set(Object.entries(fieldCatalogue.customers).flatMap(([name, { type }]) => (type === 'money' ? [name] : [])));

/** What the language would understand once there is data for it, so that a hint can say "no data for birthday yet": name → label. */
export const standardWords: ReadonlyMap<string, string> = new Map(Object.entries(fieldCatalogue.customers).map(([name, { label }]) => [name, label]));
