import { type CheckContext, reportError, reportWarning } from '../check/context.ts';
import { findAttribute } from '../check/names.ts';
import type { Subject } from '../check/subject.ts';
import { checkFacts, checkField } from '../facts/check.ts';
import { formatName } from '../format-text.ts';
import type { Aggregate, Operand } from '../tree.ts';
import { formatOperand } from './text.ts';

export type CheckedOperand = { readonly operand: Operand /** Undefined when its name is unknown. */; readonly subject: Subject | undefined };

/** What counts is never below nothing; sums are, where money goes back. */
const counts: ReadonlySet<Aggregate['function']> = new Set(['count', 'distinct']);

/** The operand with the names of the vocabulary, and what may be compared with it. */
export function checkOperand(operand: Operand, context: CheckContext): CheckedOperand {
  switch (operand.kind) {
    case 'attribute': {
      const word = findAttribute(context, operand.name, operand, undefined);
      if (word === undefined) return { operand, subject: undefined };
      const subject = {
        name: formatName(word.name),
        type: word.type,
        least: word.least,
        most: word.most,
        ...(word.values === undefined ? {} : { values: word.values }),
      };
      return { operand: Object.freeze({ kind: 'attribute', name: word.name }), subject };
    }
    case 'aggregate':
      return {
        operand: checkAggregate(operand, context),
        subject: { name: formatOperand(operand), type: 'number', ...(counts.has(operand.function) ? { least: 0 } : {}) },
      };
    case 'days-since':
      return {
        operand: Object.freeze({ ...operand, facts: checkFacts(operand.facts, context) }),
        subject: { name: formatOperand(operand), type: 'number', least: 0 },
      };
  }
}

function checkAggregate(aggregate: Aggregate, context: CheckContext): Aggregate {
  const facts = checkFacts(aggregate.facts, context);
  if (aggregate.field === undefined) return Object.freeze({ ...aggregate, facts });
  const { name, field } = checkField(aggregate.field, facts.of, aggregate, context);
  const type = field.kind === 'column' ? field.word.type : field.type;
  if (aggregate.function !== 'distinct' && type !== 'number') {
    const source = facts.of.kind === 'event' ? `"${facts.of.name}"` : facts.of.kind;
    if (field.kind === 'column') {
      reportError(
        context,
        aggregate,
        'field',
        'operator.type',
        `\`${aggregate.function}\` needs numbers, and ${name} is none.`,
        `Write distinct(${source}.${formatName(name)}) for how many different ones there are.`,
      );
    } else if (field.seen) {
      reportWarning(
        context,
        aggregate,
        'field',
        'text.numeric',
        `${name} is a text; those that are not a number are left out.`,
        `Write distinct(${source}.${formatName(name)}) for how many different ones there are.`,
      );
    }
  }
  return Object.freeze({ ...aggregate, facts, field: name });
}
