import type { Aggregate, DaysSince, FactCondition, Facts, FactSource } from '../../src/language/tree.ts';
import { compare } from './compare.ts';
import { asNumber, fold, isUnknown } from './text.ts';
import { microsecondsPer } from './time.ts';
import type { Fact, Moment, Value, World } from './world.ts';
import { inWindow } from './windows.ts';

/** Facts of a kind of one profile up to now, in order of time, then of arrival. */
export function factsOf(source: FactSource, profile: number, world: World, moment: Moment): readonly Fact[] {
  const arrival = (fact: Fact): number => ('receivedAt' in fact ? Number(fact.receivedAt) : 0);
  return everyFact(source, world)
    .filter((fact) => fact.profile === profile && fact.at <= moment.now)
    .sort((a, b) => a.at - b.at || arrival(a) - arrival(b));
}

function everyFact(source: FactSource, world: World): readonly Fact[] {
  switch (source.kind) {
    case 'orders':
      return world.orders.filter((order) => order.counts && !order.isReturn);
    case 'returns':
      return world.orders.filter((order) => order.counts && order.isReturn);
    case 'items':
      return world.items.filter((item) => item.counts && !item.isReturn);
    case 'reviews':
      return world.feedback.filter((given) => given.kind === 'review');
    case 'tickets':
      return world.feedback.filter((given) => given.kind === 'ticket');
    case 'surveys':
      return world.feedback.filter((given) => given.kind === 'survey');
    case 'event':
      return world.events.filter((event) => event.name === source.name);
  }
}

/** Facts of one profile that satisfy `where` and lie in the window. */
export function selectFacts(facts: Facts, profile: number, world: World, moment: Moment): readonly Fact[] {
  return factsOf(facts.of, profile, world, moment).filter(
    (fact) => (facts.where === undefined || factHolds(facts.where, fact)) && (facts.window === undefined || inWindow(fact.at, facts.window, moment)),
  );
}

export function factHolds(condition: FactCondition, fact: Fact): boolean {
  switch (condition.kind) {
    case 'all':
      return condition.of.every((part) => factHolds(part, fact));
    case 'any':
      return condition.of.some((part) => factHolds(part, fact));
    case 'none':
      return !condition.of.some((part) => factHolds(part, fact));
    case 'not':
      return !factHolds(condition.of, fact);
    case 'compare':
      return compare(fact.fields[condition.field], condition.operator, condition.values);
    case 'known':
      return !isUnknown(fact.fields[condition.field]);
    case 'unknown':
      return isUnknown(fact.fields[condition.field]);
  }
}

/** Null where the aggregate of nothing is unknown. */
export function aggregate(operand: Aggregate, profile: number, world: World, moment: Moment): number | null {
  const found = selectFacts(operand.facts, profile, world, moment);
  const values = operand.field === undefined ? [] : found.map((fact) => fact.fields[operand.field ?? ''] ?? null);
  const numbers = values.map(asNumber).filter((number) => number !== undefined);
  switch (operand.function) {
    case 'count':
      return found.length;
    case 'distinct':
      return new Set(values.filter((value) => !isUnknown(value)).map(distinctKey)).size;
    case 'sum':
      return decimalSum(numbers) / 10_000;
    case 'avg':
      return numbers.length === 0 ? null : decimalSum(numbers) / (10_000 * numbers.length);
    case 'min':
      return numbers.length === 0 ? null : Math.min(...numbers);
    case 'max':
      return numbers.length === 0 ? null : Math.max(...numbers);
  }
}

const distinctKey = (value: Value): string => (typeof value === 'string' ? `text ${fold(value)}` : JSON.stringify(value));

/** Exact for amounts of up to four decimals: whole ten-thousandths are added. */
const decimalSum = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + Math.round(number * 10_000), 0);

/** Exact elapsed days, of fractions; null where there is no such fact. */
export function daysSince(operand: DaysSince, profile: number, world: World, moment: Moment): number | null {
  const found = selectFacts(operand.facts, profile, world, moment);
  const fact = operand.which === 'last' ? found.at(-1) : found[0];
  return fact === undefined ? null : (moment.now - fact.at) / microsecondsPer.day;
}
