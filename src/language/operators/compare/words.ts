import type { ValueStyle, WordsContext } from '../../describe/context.ts';
import { predicate } from '../../describe/predicate.ts';
import { existence, quantity } from '../../describe/quantity.ts';
import { enumerate, quote, writeValue } from '../../describe/values.ts';
import { fieldWords, nounOf, whereAfter } from '../../facts/words.ts';
import type { Aggregate, Attribute, Comparison, DaysSince, Literal } from '../../tree.ts';
import type { AttributeWord, VisitWord } from '../../vocabulary.ts';
import { windowAfter } from '../../windows/words.ts';

/** A comparison as a clause after `Customers`; `denied` for `not …`. */
export function comparisonWords(condition: Comparison, denied: boolean, context: WordsContext): string {
  const { left } = condition;
  switch (left.kind) {
    case 'attribute':
      return attributeWords(left, condition, denied, context);
    case 'aggregate':
      return denied ? `who are not among those ${aggregateWords(left, condition, context)}` : aggregateWords(left, condition, context);
    case 'days-since':
      return denied ? `who are not among those ${daysSinceWords(left, condition, context)}` : daysSinceWords(left, condition, context);
  }
}

function attributeWords({ name }: Attribute, { operator, values }: Comparison, denied: boolean, context: WordsContext): string {
  const word = context.attribute(name);
  const label = word?.label ?? name.replaceAll(/[._]/g, ' ');
  const listed = word?.type === 'list' ? listWords(label, operator, values) : undefined;
  if (listed !== undefined) return denied ? `who are not among those ${listed}` : listed;
  const answer = word?.yesNo === true ? answerOf(operator, values) : undefined;
  const { positive, negative, coversUnknown } =
    answer === undefined ? predicate(operator, values, styleOf(word, context)) : predicate('=', [answer], { kind: 'plain' });
  const shown = word?.type === 'boolean' || answer !== undefined ? quote(label) : label;
  return `whose ${shown} ${denied ? `${negative}${coversUnknown ? '' : ' (or is unknown)'}` : positive}`;
}

/** Which answer a comparison of a number leaves that is 0 or 1; undefined where it leaves both, or neither. */
function answerOf(operator: Comparison['operator'], values: readonly Literal[]): boolean | undefined {
  const [limit] = values;
  if (values.length !== 1 || typeof limit !== 'number') return undefined;
  const meets: Readonly<Partial<Record<Comparison['operator'], (value: number) => boolean>>> = {
    '=': (value) => value === limit,
    '<': (value) => value < limit,
    '<=': (value) => value <= limit,
    '>': (value) => value > limit,
    '>=': (value) => value >= limit,
  };
  const [no, yes] = [0, 1].map((value) => meets[operator]?.(value) ?? false);
  return no === yes ? undefined : yes;
}

/** `who have vip or wholesale among their tags`. */
function listWords(label: string, operator: Comparison['operator'], values: readonly Literal[]): string | undefined {
  const written = values.map((value) => writeValue(value, { kind: 'plain' }));
  switch (operator) {
    case 'contains':
    case 'contains any of':
      return `who have ${enumerate(written, 'or')} among their ${label}`;
    case 'contains all of':
      return `who have ${written.length === 2 ? 'both ' : ''}${enumerate(written, 'and')} among their ${label}`;
    case 'contains none of':
      return `whose ${label} are known, with no ${enumerate(written, 'or')} among them`;
    default:
      return undefined;
  }
}

export function styleOf(word: AttributeWord | VisitWord | undefined, context: WordsContext): ValueStyle {
  if (word === undefined) return { kind: 'plain' };
  if (word.name === 'country') return { kind: 'country' };
  if (word.type === 'date' || word.type === 'instant') return { kind: 'date' };
  if (word.unit === undefined) return { kind: 'plain' };
  return word.unit === context.vocabulary.currency ? { kind: 'money', currency: word.unit } : { kind: 'unit', unit: word.unit };
}

function aggregateWords(aggregate: Aggregate, { operator, values }: Comparison, context: WordsContext): string {
  const { facts, field } = aggregate;
  const around = `${windowAfter(facts.window)}${whereAfter(facts.where, facts.of, context)}`;
  if (aggregate.function === 'count' || field === undefined) return countWords(aggregate, operator, values, around);
  if (aggregate.function === 'distinct' && facts.of.kind === 'items' && field === 'order_id') return ordersWithWords(operator, values, around);
  const { label, style } = fieldWords(facts.of, field, context);
  const count = aggregate.function === 'distinct';
  const much = quantity(operator, values, (value) => writeValue(value, count ? { kind: 'plain' } : style), count ? 'count' : 'amount');
  const unknown = !count && aggregate.function !== 'sum' && (operator === '!=' || operator === 'not in') ? ', if they have any' : '';
  return `whose ${nounOf(facts.of).many}${around} ${sayings[aggregate.function](much, label)}${unknown}`;
}

const sayings: Readonly<Record<Exclude<Aggregate['function'], 'count'>, (much: string, label: string) => string>> = {
  sum: (much, label) => `add up to ${much} in ${label}`,
  avg: (much, label) => `average ${much} in ${label}`,
  min: (much, label) => `have a lowest ${label} of ${much}`,
  max: (much, label) => `have a highest ${label} of ${much}`,
  distinct: (much, label) => `have ${much} different values of ${label}`,
};

function countWords({ facts }: Aggregate, operator: Comparison['operator'], values: readonly Literal[], around: string): string {
  const noun = nounOf(facts.of);
  const exists = existence(operator, values);
  const ever = facts.window === undefined;
  const many = quantity(operator, values, (value) => writeValue(value, { kind: 'plain' }), 'count');
  const single = values.length === 1 && values[0] === 1;
  if (facts.of.kind === 'orders' && facts.where === undefined) {
    if (exists === 'none') return ever ? 'who have never ordered' : `who did not order${around}`;
    if (exists === 'some') return ever ? 'who have ordered' : `who ordered${around}`;
    return `who ordered ${times(many, single)}${around}`;
  }
  if (exists === 'none') return `who ${noun.denied}${around}`;
  if (facts.of.kind === 'event') return `who did ${noun.one} ${exists === 'some' ? 'at least once' : times(many, single)}${around}`;
  return `who ${noun.verb} ${exists === 'some' ? 'at least one' : many} ${exists === 'some' || single ? noun.one : noun.many}${around}`;
}

/** Lines counted by their orders: what somebody means who asks for people who bought a thing twice. */
function ordersWithWords(operator: Comparison['operator'], values: readonly Literal[], around: string): string {
  const exists = existence(operator, values);
  const single = values.length === 1 && values[0] === 1;
  const many = quantity(operator, values, (value) => writeValue(value, { kind: 'plain' }), 'count');
  const orders = exists === 'none' ? 'no order' : exists === 'some' ? 'at least one order' : `${many} ${single ? 'order' : 'orders'}`;
  return `who placed ${orders} with order lines${around}`;
}

/** `at least 3 times`, `exactly once`, `any number of times but 2`. */
function times(many: string, single: boolean): string {
  if (many.startsWith('any number')) return many.replace('number', 'number of times');
  return single ? many.replace(/1$/, 'once') : `${many} times`;
}

function daysSinceWords({ which, facts }: DaysSince, { operator, values }: Comparison, context: WordsContext): string {
  const subject = `whose ${which} ${nounOf(facts.of).one}${windowAfter(facts.window)}${whereAfter(facts.where, facts.of, context)}`;
  const write = (value: Literal): string => writeValue(value, { kind: 'plain' });
  const whole = operator === '=' || operator === 'in' || operator === '!=' || operator === 'not in';
  const days = values.length === 1 && values[0] === 1 ? 'day' : 'days';
  if (operator === '!=' || operator === 'not in') return `${subject} is known and was not ${enumerate(values.map(write), 'or')} whole ${days} ago`;
  const much = operator === '=' ? enumerate(values.map(write), 'or') : quantity(operator, values, write, 'amount');
  return `${subject} is ${much} ${whole ? 'whole ' : ''}${days} ago`;
}
