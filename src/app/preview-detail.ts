import { formatInstant } from '../core/index.ts';
import { describe } from '../language/index.ts';
import { readSummaries } from '../profiles/index.ts';
import { countNodes, nearValues, nodesOf, reachOf } from '../segments/index.ts';
import { resolveAsOf } from './as-of.ts';
import { checkedCondition } from './conditions.ts';
import { momentFor } from './moment.ts';
import type { App } from './open.ts';
import { ensureRefreshed } from './ensure-refreshed.ts';
import { listsOf } from './segment-inputs.ts';
import { vocabularyOf } from './vocabulary.ts';

const sampled = 6;
/** Of a long list of texts that occur nowhere, so many are spoken of. */
const mostHints = 12;

/** A definition counted condition by condition, however deep, with a few of its people. Throws `segment.syntax`. */
export async function previewDetail(app: App, text: string, asOf: string | undefined) {
  const { tree, moment, lists, at, vocabulary } = await prepare(app, text, asOf);
  const { members, profiles, nodes, sample } = await countNodes(app.warehouse, tree, moment, lists, sampled, app.previewCache);
  const empty = new Set(nodes.filter((node) => node.members === 0).map(({ path }) => path.join('.')));
  const hints = [];
  for (const node of nodesOf(tree)) {
    if (!empty.has(node.path.join('.'))) continue;
    for (const hint of await nearValues(app.warehouse, node.tree, moment)) hints.push({ path: [...node.path], ...hint, near: [...hint.near] });
  }
  const people = await readSummaries(app.warehouse, sample, moment.featuresTable);
  return {
    members,
    share: profiles === 0 ? 0 : members / profiles,
    sentence: describe(tree, vocabulary),
    nodes: nodes.map(({ path, members: count }) => ({ path: [...path], members: count })),
    hints: hints.slice(0, mostHints),
    people: [...people],
    as_of: formatInstant(at.at),
  };
}

/** How many of a definition's people each channel reaches, and why the others are not reached. Throws `segment.syntax`. */
export async function previewReach(app: App, text: string, asOf: string | undefined) {
  const { tree, moment, lists } = await prepare(app, text, asOf);
  const { members, reach } = await reachOf(app.warehouse, tree, moment, lists, app.previewCache);
  return { members, channels: reach.map((channel) => ({ ...channel })) };
}

async function prepare(app: App, text: string, asOf: string | undefined) {
  const at = await resolveAsOf(app, asOf);
  await ensureRefreshed(app, at);
  const vocabulary = await vocabularyOf(app);
  const { tree } = checkedCondition(text, vocabulary);
  return { tree, at, vocabulary, moment: await momentFor(app, at, undefined, vocabulary), lists: await listsOf(app) };
}
