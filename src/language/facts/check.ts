import { type CheckContext, reportWarning } from '../check/context.ts';
import { shorten } from '../check/names.ts';
import { nameKey } from '../name-key.ts';
import { didYouMean, nearest } from '../../core/index.ts';
import type { Subject } from '../check/subject.ts';
import { checkTail } from '../check/values.ts';
import { factFields, type FactField, findFactField, propertiesOf, recordedOf } from '../fact-words.ts';
import { formatName } from '../format-text.ts';
import type { FactWord } from '../vocabulary.ts';
import type { FactCondition, Facts, FactSource } from '../tree.ts';
import { checkWindow } from '../windows/check.ts';
import { checkGroupSize } from '../operators/group/check-size.ts';

/** Facts with the names that the vocabulary knows. */
export function checkFacts(facts: Facts, context: CheckContext): Facts {
  const of = checkSource(facts.of, context);
  if (facts.window !== undefined) checkWindow(facts.window, context);
  return Object.freeze({ ...facts, of, ...(facts.where === undefined ? {} : { where: checkFactCondition(facts.where, of, context) }) });
}

/** An event is taken as it is known, whatever its letter case; one that has never been seen may yet come. */
export function checkSource(source: FactSource, context: CheckContext): FactSource {
  if (source.kind !== 'event' || context.vocabulary.events.includes(source.name)) return source;
  const known = context.vocabulary.events.find((name) => nameKey(name) === nameKey(source.name));
  if (known !== undefined) return Object.freeze({ kind: 'event', name: known });
  const near = nearest(source.name, context.vocabulary.events);
  const hint = didYouMean(
    near.map((name) => `"${name}"`),
    'It counts as 0 until the first one comes.',
  );
  reportWarning(context, source, undefined, 'event.unknown', `No event called "${shorten(source.name)}" has been seen.`, hint, near);
  return source;
}

export function checkFactCondition(condition: FactCondition, source: FactSource, context: CheckContext): FactCondition {
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'none':
      checkGroupSize(condition, context);
      return Object.freeze({ kind: condition.kind, of: Object.freeze(condition.of.map((part) => checkFactCondition(part, source, context))) });
    case 'not':
      return Object.freeze({ kind: 'not', of: checkFactCondition(condition.of, source, context) });
    case 'known':
    case 'unknown':
      return Object.freeze({ kind: condition.kind, field: checkField(condition.field, source, condition, context).name });
    case 'compare': {
      const { name, subject } = checkField(condition.field, source, condition, context);
      checkTail(condition, subject, context);
      return Object.freeze({ ...condition, field: name });
    }
  }
}

type CheckedField = { readonly name: string; readonly subject: Subject; readonly field: FactField };

/** A field by name; one that these facts do not have is read as an additional property, with a warning. */
export function checkField(name: string, source: FactSource, node: object, context: CheckContext): CheckedField {
  const field = findFactField(source.kind, name, context.vocabulary);
  if (field.kind === 'column') {
    reportEmpty(field.word, source, node, context);
    return { field, name: field.word.name, subject: { name: formatName(field.word.name), type: field.word.type } };
  }
  if (!field.seen) {
    const properties = propertiesOf(source.kind, context.vocabulary);
    const near = nearest(name, [...factFields(source.kind).map(({ word }) => word.name), ...properties]);
    const what = source.kind === 'event' ? `"${shorten(source.name)}"` : source.kind;
    const hint = didYouMean(near, 'It is looked for among the further columns of the import.');
    reportWarning(context, node, 'field', 'field.unknown', `No field \`${shorten(name)}\` of ${what} is known.`, hint, near);
  }
  // What a property holds is known from the facts seen so far alone, so its values are read as the operator needs them.
  return { field, name: field.name, subject: { name: formatName(field.name), type: field.type, untyped: true } };
}

/** A column that these facts could fill, and none does: what is asked of it holds for nobody, which looks like an answer. */
function reportEmpty({ name, column }: FactWord, source: FactSource, node: object, context: CheckContext): void {
  const recorded = recordedOf(source.kind, context.vocabulary);
  if (recorded === undefined || !recorded.empty.includes(column)) return;
  const further = recorded.properties.slice(0, 5).map((property) => formatName(property));
  const beside = further.length === 0 ? '' : ` Further columns that were kept: ${further.join(', ')}.`;
  reportWarning(
    context,
    node,
    'field',
    'field.empty',
    `Nothing is recorded as the ${name.replaceAll('_', ' ')} of ${source.kind} yet.`,
    `Import a file with a column for it.${beside}`,
  );
}
