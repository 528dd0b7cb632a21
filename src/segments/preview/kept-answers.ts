import type { Leaf, Moment } from '../../language/index.ts';
import { counter, type Warehouse } from '../../warehouse/index.ts';
import { type Answer, type Answers, everybody } from '../evaluate/answer.ts';
import { answerLeaves } from '../evaluate/answer-leaves.ts';
import { readUniverse, type Universe } from '../evaluate/universe.ts';
import type { KeptPart, PreviewCache } from './preview-cache.ts';

/** The answers to all leaves: kept ones as they are, the others computed together and kept. */
export async function keptAnswers(
  warehouse: Warehouse,
  leaves: ReadonlyMap<string, Leaf>,
  moment: Moment,
  cache: PreviewCache | undefined,
): Promise<{ readonly answers: Answers; readonly universe: Universe }> {
  const kept = cache?.of(await stateOf(warehouse, moment));
  const universe = kept?.universe() ?? (await readUniverse(warehouse));
  kept?.keepUniverse(universe);
  const known = [...leaves.keys()].flatMap((key): [string, Answer][] => {
    const set = kept?.get(key);
    return set === undefined ? [] : [[key, { ok: true, set }]];
  });
  const answers = new Map(known);
  const missing = [...leaves.values()].filter(({ key }) => !answers.has(key));
  const found = await answerLeaves(warehouse, missing, everybody(universe), moment.featuresTable);
  keep(found, kept);
  return { answers: new Map([...answers, ...found]), universe };
}

function keep(found: Answers, kept: KeptPart | undefined): void {
  for (const [key, answer] of found) if (answer.ok) kept?.keep(key, answer.set);
}

/** What answers depend on beside the conditions themselves, whose windows and texts are part of their keys. */
async function stateOf(warehouse: Warehouse, { now, featuresTable, foldedTexts }: Moment): Promise<string> {
  const facts = await counter(warehouse, 'facts_version');
  // Features of another moment than the kept one are made for that moment alone.
  const features = featuresTable === 'features' ? `${await counter(warehouse, 'features_version')} ${await counter(warehouse, 'features_as_of')}` : `at ${now}`;
  return `${facts} ${features} ${foldedTexts ?? ''}`;
}
