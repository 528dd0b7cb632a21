import type { GroupsAnswer, NaturalGroup } from '../../contract/index.ts';
import { writeSetting } from '../../control/index.ts';
import { ClienteleError } from '../../core/index.ts';
import { findModel, type StoredModel } from '../../predict/index.ts';
import { listSegments } from '../../segments/index.ts';
import type { App } from '../open.ts';
import { refreshAll } from '../refresh.ts';
import { createSegmentFrom } from '../segment-changes.ts';
import { groupNamesKey, groupSegmentsKey, type KeptGrouping, namesOf, readByNumber } from './kinds/groups.ts';

/** The grouping that acts (the newest where none does, or the version named), with the names of today. Throws `model.untrained`. */
export async function naturalGroups(app: App, version?: number): Promise<GroupsAnswer> {
  const stored = await mustFind(app, version);
  const kept = stored.content as KeptGrouping;
  const names = new Map((await namesOf(app, kept)).map((own) => [own.number, own]));
  const segments = await readByNumber(app, groupSegmentsKey);
  const living = new Set((await listSegments(app.control)).map(({ slug }) => slug));
  const groups = kept.answer.groups.map((group): NaturalGroup => {
    const slug = segments[group.number];
    const named = names.get(group.number);
    return { ...group, name: named?.name ?? group.name, renamed: named?.renamed ?? false, segment: slug !== undefined && living.has(slug) ? slug : null };
  });
  // Groupings that were kept before there were classes say nothing of them.
  const evidence = kept.answer.evidence.map((own) => ({ ...own, classes: own.classes ?? null }));
  return { ...kept.answer, evidence, groups, version: stored.version, status: stored.status, trained_at: stored.trained_at };
}

/** Gives a group a name of one's own; an empty one brings the made name back. Throws `group.unknown`. */
export async function renameGroup(app: App, number: number, name: string): Promise<NaturalGroup> {
  await groupOf(app, number);
  const { [String(number)]: _before, ...others } = await readByNumber(app, groupNamesKey);
  await writeSetting(app.control, groupNamesKey, name.trim() === '' ? others : { ...others, [number]: name.trim() });
  const found = await groupOf(app, number);
  if ((await mustFind(app)).status === 'approved') await refreshAll(app, undefined);
  return found;
}

/** Makes a live segment of a group: by its rule, or by the model's trait. Throws `group.unknown`, `group.no-rule`, `model.unapproved`. */
export async function segmentOfGroup(
  app: App,
  number: number,
  wish: { readonly by: 'rule' | 'model'; readonly name?: string | undefined; readonly author: string },
) {
  const group = await groupOf(app, number);
  const stored = await mustFind(app);
  if (wish.by === 'model' && stored.status !== 'approved') throw new ClienteleError('model.unapproved', { model: 'groups', version: stored.version });
  if (wish.by === 'rule' && group.rule === null) throw new ClienteleError('group.no-rule', { number });
  const text = wish.by === 'model' ? `cluster.group = ${number}` : (group.rule?.text ?? '');
  const note = wish.by === 'model' ? `Natural group ${number}, by the model` : `Natural group ${number}, by its rule`;
  const made = await createSegmentFrom(app, {
    name: wish.name ?? group.name,
    text,
    folder: 'Natural groups',
    slug: undefined,
    note,
    author: wish.author,
    asOf: undefined,
  });
  await writeSetting(app.control, groupSegmentsKey, { ...(await readByNumber(app, groupSegmentsKey)), [number]: made.slug });
  return made;
}

async function groupOf(app: App, number: number): Promise<NaturalGroup> {
  const found = (await naturalGroups(app)).groups.find((own) => own.number === number);
  if (found === undefined) throw new ClienteleError('group.unknown', { number });
  return found;
}

async function mustFind(app: App, version?: number): Promise<StoredModel> {
  const found = await findModel(app.control, 'groups', version);
  if (found === undefined) throw new ClienteleError('model.untrained', { model: version === undefined ? 'groups' : `groups ${version}` });
  return found;
}
