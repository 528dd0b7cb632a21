import { attributeFinder } from '../check/names.ts';
import { fitting } from '../check/operator-types.ts';
import { factFields, findFactField, propertiesOf } from '../fact-words.ts';
import { factKinds } from '../facts/source-text.ts';
import { formatName, formatQuoted } from '../format-text.ts';
import { channels } from '../operators/can-receive/check.ts';
import type { FactSource } from '../tree.ts';
import type { ValueType, Vocabulary } from '../vocabulary.ts';
import { visitWords } from '../visit/words.ts';
import type { Place } from './place.ts';

export type SuggestionKind = 'name' | 'event' | 'segment' | 'field' | 'operator' | 'value' | 'word';
/** `insert` is what the definition would hold, `label` what a list shows. */
export type Candidate = { readonly insert: string; readonly label: string; readonly kind: SuggestionKind };

const plain = (kind: SuggestionKind, ...texts: readonly string[]): Candidate[] => texts.map((text) => ({ insert: text, label: text, kind }));
const quoted = (kind: SuggestionKind, texts: Iterable<string>): Candidate[] => [...texts].map((text) => ({ insert: formatQuoted(text), label: text, kind }));

const windows = ['in last 30 days', 'in last 12 months', 'this month', 'last month', 'before', 'after', 'on'];

/** Everything that may stand at a place, the likeliest first. */
export function candidates(place: Place, vocabulary: Vocabulary): readonly Candidate[] {
  switch (place.kind) {
    case 'condition':
      return [
        ...names(vocabulary),
        ...plain(
          'word',
          'orders',
          'count(',
          'sum(orders.total',
          'distinct(',
          'days since last order',
          'in segment',
          'not',
          'any of (',
          'none of (',
          'can receive',
          'within',
          'random 10%',
        ),
        ...quoted('event', vocabulary.events),
      ];
    case 'source':
      return [...plain('word', ...factKinds), ...quoted('event', vocabulary.events)];
    case 'field':
      return fields(place.source, vocabulary);
    case 'facts':
      return plain('word', ')', 'where', ...windows);
    case 'operator':
      return operatorsFor(typeOf(place, vocabulary));
    case 'value':
      return values(place, vocabulary);
    case 'segment':
      return quoted(
        'segment',
        [...vocabulary.segments.values()].map(({ name }) => name),
      );
    case 'channel':
      return plain('value', ...channels.map((channel) => `${channel} for marketing`));
    case 'unit':
      return plain('word', 'days', 'weeks', 'months', 'years', 'hours', 'minutes');
    case 'join':
      return plain('word', 'and', 'or', 'then');
  }
}

const names = (vocabulary: Vocabulary): Candidate[] =>
  [...(vocabulary.atRequest === true ? visitWords.values() : []), ...vocabulary.attributes.values()].map(({ name, label }) => ({
    insert: formatName(name),
    label,
    kind: 'name',
  }));

function fields(source: FactSource, vocabulary: Vocabulary): Candidate[] {
  const fixed = factFields(source.kind).map(({ word }): Candidate => ({ insert: formatName(word.name), label: word.label, kind: 'field' }));
  const properties = propertiesOf(source.kind, vocabulary);
  return [...fixed, ...properties.map((name): Candidate => ({ insert: formatName(name), label: name, kind: 'field' }))];
}

type Subject = { readonly subject: string; readonly source: FactSource | undefined };

function typeOf({ subject, source }: Subject, vocabulary: Vocabulary): ValueType {
  if (source !== undefined) {
    const field = findFactField(source.kind, subject, vocabulary);
    return field.kind === 'column' ? field.word.type : field.type;
  }
  return attributeFinder(vocabulary)(subject)?.type ?? 'number';
}

function operatorsFor(type: ValueType): Candidate[] {
  const dated = type === 'date' || type === 'instant' ? ['in last 30 days', 'in next 14 days', 'before', 'after', 'on', 'this month'] : [];
  return plain('operator', ...dated, ...fitting[type], 'is known', 'is unknown');
}

function values(place: Subject, vocabulary: Vocabulary): Candidate[] {
  if (typeOf(place, vocabulary) === 'boolean') return plain('value', 'true', 'false');
  return place.source === undefined ? quoted('value', attributeFinder(vocabulary)(place.subject)?.values ?? []) : [];
}
