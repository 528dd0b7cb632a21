import type { Instant } from '../../core/index.ts';
import { type FeatureTable, sampled, seededRandom, stratifiedFolds, takenLabels, takeRows } from '../../stats/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import {
  type Candidate,
  type Choice,
  chooseCandidate,
  fitCandidate,
  type Matrix,
  qualityOf,
  type Quality,
  readMatrix,
  scoreCandidate,
  type Shop,
} from '../classify/index.ts';
import { candidateImportance } from '../classify/candidates/importance.ts';
import { twinsOf } from './twins.ts';

/** How like a segment's members somebody is, as plain JSON. */
export type Lookalike = { readonly candidate: Candidate; readonly leftOut: readonly string[] };

export type FittedLookalike = {
  readonly model: Lookalike;
  readonly choice: Choice;
  /** On members and others that the model had not seen. */
  readonly quality: Quality;
  readonly importance: readonly { readonly name: string; readonly importance: number }[];
  /** Of everybody, by a model that had not seen them. */
  readonly profiles: Int32Array;
  readonly labels: Uint8Array;
  readonly probabilities: Float64Array;
  /** What was read of them, to score them by a kept model too. */
  readonly table: FeatureTable;
};

export type LookalikeWish = {
  readonly members: Int32Array;
  readonly at: Instant;
  /** Words that the definition speaks of. */
  readonly leftOut: ReadonlySet<string>;
  readonly seed: number;
  /** Features of that moment, where they are computed already. */
  readonly table?: string;
};

const folds = 4;
const importanceRows = 3000;

/**
 * Features as of the moment, members and others → the kind of model that tells held-back members best (the simplest within one standard error) → probabilities by models that had not seen the customer. What the definition
 * itself asks is left out: it would give the definition back and nobody new.
 */
export async function fitLookalike(
  warehouse: Warehouse,
  shop: Shop,
  { members, at, leftOut: asked, seed, table: kept }: LookalikeWish,
): Promise<FittedLookalike> {
  const { profiles, table: whole } = await readMatrix(warehouse, at, shop, kept === undefined ? undefined : { table: kept });
  const inside = new Set(members);
  const labels = Uint8Array.from(profiles, (profile) => (inside.has(profile) ? 1 : 0));
  const leftOut = new Set([...asked, ...twinsOf(whole, asked, labels, seed), ...(shop.leaveOut ?? [])]);
  const table: FeatureTable = { rows: whole.rows, columns: whole.columns.filter(({ name }) => !leftOut.has(name)) };
  const split = stratifiedFolds(labels, folds, seed);
  const rows = (of: Uint32Array) => ({ table: takeRows(table, of), labels: takenLabels(labels, of) });
  const choice = chooseCandidate(
    split.map(({ train, test }) => ({ train: rows(train), test: rows(test) })),
    { seed },
  );
  const probabilities = new Float64Array(profiles.length);
  for (const { train, test } of split) {
    const own = rows(train);
    const scores = scoreCandidate(fitCandidate(choice.kind, own.table, own.labels, { seed }), takeRows(table, test));
    test.forEach((row, place) => {
      probabilities[row] = scores[place] ?? 0;
    });
  }
  const candidate = fitCandidate(choice.kind, table, labels, { seed });
  return {
    model: { candidate, leftOut: [...leftOut] },
    choice,
    quality: qualityOf(probabilities, labels),
    importance: importanceOf(candidate, table, labels, seed),
    profiles,
    labels,
    probabilities,
    table: whole,
  };
}

function importanceOf(candidate: Candidate, table: FeatureTable, labels: Uint8Array, seed: number): FittedLookalike['importance'] {
  if (candidate.kind === 'rate') return [];
  const rows = sampled(seededRandom(seed), table.rows, importanceRows);
  const own = takeRows(table, rows);
  return candidateImportance(candidate, own, takenLabels(labels, rows), seed)
    .filter(({ importance }) => importance > 0)
    .slice(0, 10);
}

/** Probability of everybody now, by the kept model. */
export function scoreLookalike(
  { candidate, leftOut }: Lookalike,
  { profiles, table }: Pick<Matrix, 'profiles' | 'table'>,
): { readonly profiles: Int32Array; readonly probabilities: Float64Array } {
  const skipped = new Set(leftOut);
  return { profiles, probabilities: scoreCandidate(candidate, { rows: table.rows, columns: table.columns.filter(({ name }) => !skipped.has(name)) }) };
}

export type LookalikeSize = {
  readonly people: number;
  readonly atLeast: number;
  readonly mean: number;
  readonly membersFound: number;
  readonly lift: number | null;
  /** From which score of the kept model on somebody belongs to them. */
  readonly limit: number;
};

/** Decimals of a limit that a condition can name. */
const decimals = 1e6;

/**
 * Those who are no members, nearest first, at several sizes. Who belongs to a size is read off what the kept model says of everybody: it saw the members and the others, so its probabilities are not those of who was held back, and a
 * limit of the one would find other people by the other. How likely they are, and how many members would be found, is told by models that had not seen them.
 */
export function lookalikeSizes({ labels, probabilities }: Pick<FittedLookalike, 'labels' | 'probabilities'>, kept: Float64Array): readonly LookalikeSize[] {
  const members = labels.reduce((sum, label) => sum + label, 0);
  const outside = [...labels.keys()].filter((row) => labels[row] === 0).toSorted((a, b) => (kept[b] ?? 0) - (kept[a] ?? 0));
  const heldBack = outside.map((row) => probabilities[row] ?? 0).toSorted((a, b) => b - a);
  const own = probabilities.filter((_, row) => labels[row] === 1);
  const usual = meanOf(heldBack);
  const wanted = [...new Set([0.25, 0.5, 1, 2, 5].map((times) => Math.min(outside.length, Math.max(1, Math.round(times * members)))))];
  const sizes = wanted
    .filter((people) => people > 0)
    .map((people) => {
      const limit = Math.floor((kept[outside[people - 1] ?? 0] ?? 0) * decimals) / decimals;
      const chosen = outside.filter((row) => (kept[row] ?? 0) >= limit);
      const atLeast = heldBack[chosen.length - 1] ?? 0;
      const mean = meanOf(chosen.map((row) => probabilities[row] ?? 0));
      return {
        people: chosen.length,
        atLeast,
        mean,
        membersFound: own.length === 0 ? 0 : own.filter((probability) => probability >= atLeast).length / own.length,
        lift: usual > 0 ? mean / usual : null,
        limit,
      };
    });
  // Where many are scored alike two sizes may be one.
  return sizes.filter(({ people }, place) => people !== sizes[place - 1]?.people);
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
