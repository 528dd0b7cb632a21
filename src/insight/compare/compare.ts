import type { CompareAnswer, SegmentDifference } from '../../contract/schemas.ts';
import type { Vocabulary } from '../../language/index.ts';
import { sql } from '../../sql/index.ts';
import {
  benjaminiHochberg,
  cliffsDelta,
  cohensD,
  independence,
  sizeOfDelta,
  sizeOfV,
  twoProportions,
  twoSidedNormal,
  wilsonInterval,
} from '../../stats/index.ts';
import { attribute, text } from '../base/conditions.ts';
import type { InsightContext } from '../base/context.ts';
import { count, counted } from '../report/words.ts';
import { loadMembers } from '../scorecard/load-members.ts';
import { type ComparedWord, comparedWords } from './features.ts';
import { phraseOfKnown, phraseOfNumber, phraseOfValue } from './phrases.ts';

export type ComparedSide = { readonly name: string; readonly slug: string | null; readonly expression: string; readonly members: Int32Array };
export type CompareWish = {
  readonly a: ComparedSide /** Undefined: everybody else. */;
  readonly b: ComparedSide | undefined;
  readonly limit: number /** What the definitions themselves ask: that it sets them apart is no news. */;
  readonly leftOut: ReadonlySet<string>;
};

type Draft = Omit<SegmentDifference, 'q' | 'found'>;
type Side = {
  readonly side: number;
  readonly known: number;
  readonly mean: number;
  readonly variance: number;
  readonly median: number;
  readonly ranks: number;
};

/** A difference that is found is told once it is worth telling: a share or order of chances at least this far apart. */
const leastDelta = 0.05;
const fewestKnown = 5;
const mostLevels = 25;

/**
 * What sets one group apart from another (or from everybody else): every number by its ranks, every value by its share, strongest first, after correction for all that was
 * compared. One pass per feature inside the engine.
 */
export async function compareSegments(context: InsightContext, vocabulary: Vocabulary, { a, b, limit, leftOut }: CompareWish): Promise<CompareAnswer> {
  const { warehouse } = context;
  await loadMembers(warehouse, [
    { slug: 'a', name: a.name, members: a.members },
    ...(b === undefined ? [] : [{ slug: 'b', name: b.name, members: b.members }]),
  ]);
  // Who is in both tells nothing of what sets them apart.
  await warehouse.run(sql`create or replace temp table insight_sides as
    select p.profile, case when a.profile is not null then 0 else 1 end as side from profiles p
    left join (select profile from insight_members where segment = 0) a on a.profile = p.profile
    left join (select profile from insight_members where segment = 1) b on b.profile = p.profile
    where ${b === undefined ? sql`true` : sql`(a.profile is not null) <> (b.profile is not null)`}`);
  const sizes = await warehouse.row<{ a: number; b: number }>(
    sql`select count(*) filter (side = 0)::INTEGER as a, count(*) filter (side = 1)::INTEGER as b from insight_sides`,
  );
  const drafts: Draft[] = [];
  const [inA, inB] = [sizes?.a ?? 0, sizes?.b ?? 0];
  if (inA >= fewestKnown && inB >= fewestKnown)
    for (const word of comparedWords(vocabulary).filter(({ word: { name } }) => !leftOut.has(name)))
      drafts.push(...(word.as === 'number' ? await byRanks(context, word, [inA, inB]) : await byValues(context, word, a)));
  await warehouse.run(sql`drop table insight_sides`);
  const adjusted = benjaminiHochberg(drafts.map(({ p }) => p));
  const all = drafts.map((draft, at): SegmentDifference => ({ ...draft, q: adjusted[at] ?? 1, found: (adjusted[at] ?? 1) <= 0.05 }));
  const found = all
    .filter(({ found: stands, delta, phrase }) => stands && phrase !== '' && Math.abs(delta) >= leastDelta)
    .toSorted((x, y) => Math.abs(y.delta) - Math.abs(x.delta));
  const other = b ?? { name: 'everybody else', slug: null, expression: `not (${a.expression})` };
  return {
    as_of: context.asOf,
    sentence: sentenceOf(a.name, other.name, [inA, inB], found),
    how: '“Usually” is the median: half have more, half less; “on average” is the mean, told where the medians are alike. Numbers by Cliff’s delta and the rank-sum test (a few very large customers move nothing), values by the difference of shares and the test of two proportions; p-values corrected for all comparisons (Benjamini & Hochberg), found at 5%. Names, contacts and addresses are not compared, nor what the definitions themselves ask.',
    a: { name: a.name, slug: a.slug, people: inA, expression: b === undefined ? a.expression : `(${a.expression}) and not (${b.expression})` },
    b: {
      name: other.name,
      slug: other.slug,
      people: inB,
      expression: b === undefined ? `not (${a.expression})` : `(${b.expression}) and not (${a.expression})`,
    },
    left_out: [...leftOut],
    compared: all.length,
    found: found.length,
    differences: found.slice(0, limit),
  };
}

const joined = sql`insight_sides s left join `;

async function byRanks(context: InsightContext, { word, column }: ComparedWord, sizes: readonly [number, number]): Promise<readonly Draft[]> {
  const rows = await context.warehouse.rows<Side & { readonly ties: number }>(sql`
    with known as (select s.side, ${column} as value from ${joined} ${context.features} f using (profile) left join attributes a using (profile)),
      ranked as (select side, value, rank() over (order by value) as low, count(*) over (partition by value) as same from known where value is not null),
      tied as (select coalesce(sum((n * n * n - n)::DOUBLE), 0) as ties from (select count(*)::DOUBLE as n from ranked group by value))
    select side, count(*)::INTEGER as known, avg(value)::DOUBLE as mean, coalesce(var_samp(value), 0)::DOUBLE as variance, median(value)::DOUBLE as median,
      sum(low + (same - 1) / 2.0)::DOUBLE as ranks, any_value((select ties from tied))::DOUBLE as ties
    from ranked group by side`);
  const a = rows.find(({ side }) => side === 0);
  const b = rows.find(({ side }) => side === 1);
  if (a === undefined || b === undefined || a.known < fewestKnown || b.known < fewestKnown) return [];
  const { delta, z } = cliffsDelta(a.ranks, a.known, b.known, a.ties);
  const d = cohensD({ count: a.known, mean: a.mean, variance: a.variance }, { count: b.known, mean: b.mean, variance: b.variance });
  const size = sizeOfDelta(delta);
  const phrase = phraseOfNumber(context.words, word, { a: a.median, b: b.median, meanA: a.mean, meanB: b.mean }, delta, size);
  return [
    {
      feature: word.name,
      label: word.label,
      kind: 'number',
      value: null,
      phrase: phrase === '' ? '' : `${phrase}${phraseOfKnown([a.known, sizes[0]], [b.known, sizes[1]])}`,
      a: { known: a.known, mean: a.mean, median: a.median, share: null },
      b: { known: b.known, mean: b.mean, median: b.median, share: null },
      delta,
      size,
      cohens_d: Number.isFinite(d) ? d : null,
      lift: null,
      cramers_v: null,
      p: twoSidedNormal(z),
      people: a.known,
      expression: null,
    },
  ];
}

async function byValues(context: InsightContext, { word, column }: ComparedWord, side: ComparedSide): Promise<readonly Draft[]> {
  const rows = await context.warehouse.rows<{ value: string; a: number; b: number }>(sql`
    select value, count(*) filter (side = 0)::INTEGER as a, count(*) filter (side = 1)::INTEGER as b
    from (select s.side, ${column} as value from ${joined} ${context.features} f using (profile) left join attributes a using (profile)) where value is not null
    group by value order by count(*) desc, value limit ${mostLevels}`);
  const knownA = rows.reduce((sum, { a }) => sum + a, 0);
  const knownB = rows.reduce((sum, { b }) => sum + b, 0);
  if (knownA < fewestKnown || knownB < fewestKnown || rows.length < 2) return [];
  const whole = independence([rows.map(({ a }) => a), rows.map(({ b }) => b)]);
  // Of two values one tells the other.
  const apart = ({ a, b }: { readonly a: number; readonly b: number }): number => Math.abs(a / knownA - b / knownB);
  const told =
    rows.length === 2
      ? rows.filter(({ value }) => value !== 'no').slice(0, 1)
      : // Natural groups are made of the rest of what is compared: of them the one that tells most, not all seven.
        word.name === 'cluster.name'
        ? rows.toSorted((one, other) => apart(other) - apart(one)).slice(0, 1)
        : rows;
  return told.flatMap(({ value, a, b }): readonly Draft[] => {
    const test = twoProportions(a, knownA, b, knownB, wilsonInterval);
    if (test === undefined || a + b < 2 * fewestKnown) return [];
    const [shareA, shareB] = [a / knownA, b / knownB];
    const size =
      whole === undefined ? sizeOfDelta(test.difference) : larger(sizeOfDelta(test.difference), rows.length === 2 ? sizeOfV(whole.cramersV) : 'negligible');
    const literal = word.type === 'boolean' ? value === 'yes' : word.yesNo === true ? Number(value === 'yes') : value;
    return [
      {
        feature: word.name,
        label: word.label,
        kind: 'value',
        value,
        phrase: phraseOfValue(word, value, shareA, shareB),
        a: { known: knownA, mean: null, median: null, share: shareA },
        b: { known: knownB, mean: null, median: null, share: shareB },
        delta: test.difference,
        size,
        cohens_d: null,
        lift: shareB > 0 ? shareA / shareB : null,
        cramers_v: whole?.cramersV ?? null,
        p: test.pValue,
        people: a,
        expression: `(${side.expression}) and ${text(attribute(word.name, '=', literal))}`,
      },
    ];
  });
}

const order = ['negligible', 'small', 'medium', 'large'] as const;
const larger = (a: SegmentDifference['size'], b: SegmentDifference['size']): SegmentDifference['size'] => (order.indexOf(a) >= order.indexOf(b) ? a : b);

function sentenceOf(a: string, b: string, [inA, inB]: readonly [number, number], found: readonly SegmentDifference[]): string {
  if (inA < fewestKnown || inB < fewestKnown) return `There are too few people to compare: ${counted(inA, 'customer')} in ${a}, ${count(inB)} in ${b}.`;
  const [first, second] = found;
  if (first === undefined) return `Nothing that is known sets ${a} apart from ${b} beyond chance.`;
  const more = second === undefined ? '' : ` and ${second.phrase.charAt(0).toLowerCase()}${second.phrase.slice(1)}`;
  return `${a} (${counted(inA, 'customer')}) against ${b}: ${first.phrase.charAt(0).toLowerCase()}${first.phrase.slice(1)}${more}.`;
}
