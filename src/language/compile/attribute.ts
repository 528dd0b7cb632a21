import { ClienteleError } from '../../core/index.ts';
import { consentTraits } from '../operators/can-receive/consent-traits.ts';
import type { CanReceive } from '../tree.ts';
import type { AttributeWord } from '../vocabulary.ts';
import type { Moment } from './moment.ts';
import type { TypedValue } from './value.ts';

type ColumnValue = Extract<TypedValue, { kind: 'column' }>;

/** The word behind a canonical name. */
export function attributeWord(name: string, { vocabulary }: Pick<Moment, 'vocabulary'>): AttributeWord {
  const word = vocabulary.attributes.get(name);
  if (word === undefined)
    throw new ClienteleError('segment.syntax', { detail: `Nothing here is called "${name}".`, hint: 'Import data that has it, or change the definition.' });
  return word;
}

/** A trait or feature as a column of `a` (attributes) or `f` (features). */
export function attributeValue(name: string, moment: Pick<Moment, 'vocabulary'>): ColumnValue {
  const { table, column, type } = attributeWord(name, moment);
  return { kind: 'column', table, column, type, alias: table === 'features' ? 'f' : 'a', decimal: false };
}

/** The trait that holds the consent, of those that may. */
export function consentWord(condition: CanReceive, moment: Moment): { readonly name: string; readonly value: TypedValue } | undefined {
  const name = consentTraits(condition).find((each) => moment.vocabulary.attributes.has(each));
  return name === undefined ? undefined : { name, value: attributeValue(name, moment) };
}
