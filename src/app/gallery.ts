import { checkText, describe } from '../language/index.ts';
import type { SegmentTemplate } from '../contract/index.ts';
import { evaluateSegments, galleryFrom, listSegments, takeSurvey } from '../segments/index.ts';
import { resolveAsOf } from './as-of.ts';
import { momentFor } from './moment.ts';
import type { App } from './open.ts';
import { ensureRefreshed } from './ensure-refreshed.ts';
import { listsOf } from './segment-inputs.ts';
import { sql } from '../sql/index.ts';
import { vocabularyOf } from './vocabulary.ts';

/** Definitions to start from, of every kind, each counted in this workspace; or what they need where the data for them is missing. */
export async function segmentGallery(app: App): Promise<readonly SegmentTemplate[]> {
  const at = await resolveAsOf(app, undefined);
  await ensureRefreshed(app, at);
  const vocabulary = await vocabularyOf(app);
  const entries = galleryFrom(await takeSurvey(app.warehouse, vocabulary, at.at), vocabulary);
  const usable = entries.flatMap((entry) => {
    const checked = entry.needs === null ? checkText(entry.text, vocabulary) : undefined;
    return checked?.ok === true ? [{ id: entry.id, tree: checked.value.tree, text: checked.value.text }] : [];
  });
  const byId = new Map(usable.map((one) => [one.id, one]));
  const inputs = usable.map(({ id, tree }) => ({ slug: id, tree }));
  const found = await evaluateSegments(app.warehouse, inputs, await momentFor(app, at, undefined, vocabulary), await listsOf(app));
  const counts = new Map(found.flatMap((one) => (one.status === 'ok' ? [[one.slug, one.count] as const] : [])));
  const existing = new Map((await listSegments(app.control)).map(({ text, slug }) => [text, slug]));
  const profiles = (await app.warehouse.row<{ n: number }>(sql`select count(*)::INTEGER as n from profiles`))?.n ?? 0;
  return entries.map(({ id, kind, name, note, text, needs }) => {
    const ready = byId.get(id);
    const members = counts.get(id) ?? null;
    return {
      id,
      kind,
      name,
      note,
      text: ready?.text ?? text,
      sentence: ready === undefined ? null : describe(ready.tree, vocabulary),
      members,
      share: members === null || profiles === 0 ? null : members / profiles,
      needs,
      existing: ready === undefined ? null : (existing.get(ready.text) ?? null),
    };
  });
}
