import { ClienteleError } from '../../core/index.ts';
import { type Fragment, sql } from '../../sql/index.ts';
import { canReceiveSql } from '../operators/can-receive/sql.ts';
import { daysSinceSql } from '../operators/compare/days-since.ts';
import { comparisonSql, numberComparison } from '../operators/compare/sql.ts';
import { dateSql } from '../operators/date/sql.ts';
import { knownSql } from '../operators/presence/sql.ts';
import { sampleSql } from '../operators/random/sql.ts';
import { sequenceSql } from '../operators/sequence/sql.ts';
import { withinSql } from '../operators/within/sql.ts';
import type { Comparison, Condition } from '../tree.ts';
import { aggregateQuery, extremeTime, fragmentKey } from './aggregate.ts';
import { attributeValue, attributeWord, consentWord } from './attribute.ts';
import type { AggregateQuery, CompiledSegment, Leaf, Plan } from './compiled.ts';
import type { CompileContext } from './context.ts';
import { limitsOf } from './deciding-columns.ts';
import type { Moment } from './moment.ts';

/** Canonical definitions of other segments, by slug. */
export type Definitions = { readonly get: (slug: string) => Condition | undefined };

/**
 * CheckedSegment, instant → CompiledSegment. Windows become instants here; the SQL only compares timestamps. Segments that the
 * definition refers to are compiled in place from `definitions`, so that their aggregates are shared. Throws a `ClienteleError`
 * for a definition that can not be computed (a circle, a word that is not in the vocabulary, a date that does not exist).
 */
export function compileSegment(checked: { readonly tree: Condition }, moment: Moment, definitions: Definitions = new Map()): CompiledSegment {
  const work: Work = { leaves: new Map(), aggregates: new Map(), segments: new Set(), definitions };
  const context: CompileContext = { moment, texts: [], within: [] };
  const plan = planOf(checked.tree, context, work);
  return { plan, leaves: work.leaves, aggregates: work.aggregates, texts: context.texts, segments: [...work.segments] };
}

type Work = {
  readonly leaves: Map<string, Leaf>;
  readonly aggregates: Map<string, AggregateQuery>;
  readonly segments: Set<string>;
  readonly definitions: Definitions;
};

function planOf(condition: Condition, context: CompileContext, work: Work): Plan {
  const each = (of: readonly Condition[]): Plan[] => of.map((part) => planOf(part, context, work));
  switch (condition.kind) {
    case 'all':
    case 'any':
      return { kind: condition.kind, of: each(condition.of) };
    case 'none':
      return { kind: 'not', of: { kind: 'any', of: each(condition.of) } };
    case 'not':
      return { kind: 'not', of: planOf(condition.of, context, work) };
    case 'in-segment':
      return referredPlan(condition.segment, context, work);
    default:
      return leafPlan(leafOf(condition, context), work);
  }
}

function leafPlan(leaf: Leaf, work: Work): Plan {
  if (!work.leaves.has(leaf.key)) work.leaves.set(leaf.key, leaf);
  if (leaf.kind === 'aggregate') work.aggregates.set(leaf.aggregate.key, leaf.aggregate);
  return { kind: 'leaf', leaf: leaf.key };
}

function referredPlan(slug: string, context: CompileContext, work: Work): Plan {
  if (context.within.includes(slug))
    throw new ClienteleError('segment.cycle', { loop: [...context.within.slice(context.within.indexOf(slug)), slug].join(' → ') });
  const definition = work.definitions.get(slug);
  if (definition === undefined)
    throw new ClienteleError('segment.unknown', { name: slug, hint: 'See `clientele segments list`.', on_screen: 'See the list of segments.' });
  work.segments.add(slug);
  return { kind: 'segment', slug, of: planOf(definition, { ...context, within: [...context.within, slug] }, work) };
}

type LeafCondition = Exclude<Condition, { kind: 'all' | 'any' | 'none' | 'not' | 'in-segment' }>;

function leafOf(condition: LeafCondition, context: CompileContext): Leaf {
  const { moment } = context;
  const profileLeaf = (test: Fragment): Leaf => ({ kind: 'profile', key: fragmentKey(test), condition, test: sql`coalesce(${test}, false)` });
  const membersLeaf = (query: (scope: Fragment) => Fragment): Leaf => ({ kind: 'members', key: fragmentKey(query(sql``)), condition, query });
  switch (condition.kind) {
    case 'compare':
      return comparisonLeaf(condition, context);
    case 'known':
      return profileLeaf(knownSql(attributeValue(condition.attribute, moment), context));
    case 'unknown':
      return profileLeaf(sql`(not ${knownSql(attributeValue(condition.attribute, moment), context)})`);
    case 'date':
      return profileLeaf(
        dateSql(attributeValue(condition.attribute, moment), attributeWord(condition.attribute, moment).anniversary === true, condition.window, moment),
      );
    case 'within':
      return profileLeaf(withinSql(condition, attributeValue('latitude', moment), attributeValue('longitude', moment)));
    case 'random':
      return profileLeaf(sampleSql(condition, moment));
    case 'can-receive':
      return membersLeaf(canReceiveSql(condition, consentWord(condition, moment), context));
    case 'sequence':
      return membersLeaf(sequenceSql(condition, context));
  }
}

function comparisonLeaf(condition: Comparison, context: CompileContext): Leaf {
  const { left, operator, values } = condition;
  if (left.kind === 'attribute') {
    const test = comparisonSql(attributeValue(left.name, context.moment), operator, values, context);
    return { kind: 'profile', key: fragmentKey(test), condition, test: sql`coalesce(${test}, false)` };
  }
  const aggregate = left.kind === 'aggregate' ? aggregateQuery(left, context) : extremeTime(left, context);
  const test = (value: Fragment): Fragment =>
    sql`coalesce(${left.kind === 'aggregate' ? numberComparison(value, operator, values) : daysSinceSql(value, operator, values, context.moment.now)}, false)`;
  const limits = left.kind === 'aggregate' ? limitsOf(operator, values) : undefined;
  return { kind: 'aggregate', key: `${aggregate.key} ${fragmentKey(test(sql`v`))}`, condition, aggregate, test, limits };
}
