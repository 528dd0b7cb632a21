import { ClienteleError } from '../../core/index.ts';
import { checkText, definitionError } from '../../language/index.ts';
import { currentVocabulary, type DefinitionContext, inTransaction } from './context.ts';
import { refuseTakenName, type SavedSegment } from './create.ts';
import { listSegments, readSegment, segmentVersions } from './read.ts';
import { usersOf } from './users.ts';
import { updateSegment } from './write.ts';

export type SegmentEdit = {
  readonly text?: string;
  readonly name?: string;
  readonly folder?: string;
  readonly note?: string;
};

/** Changes a segment; a changed definition or a note becomes a new version. `usedBy` names the segments that change with it. */
export const editSegment = (context: DefinitionContext, slugOrName: string, edit: SegmentEdit): Promise<SavedSegment> =>
  inTransaction(context, (inside) => change(inside, slugOrName, edit));

async function change(context: DefinitionContext, slugOrName: string, edit: SegmentEdit): Promise<SavedSegment> {
  const { control, vocabulary } = context;
  const before = await readSegment(control, slugOrName);
  const { id, slug } = before;
  const name = edit.name?.trim() ?? before.name;
  if (name !== before.name) await refuseTakenName(context, name, slug, id);
  const checked = checkText(edit.text ?? before.text, await currentVocabulary(control, vocabulary), { self: slug });
  // A definition that stopped being usable, for want of data say, must not stand in the way of a new name or folder.
  if (!checked.ok && edit.text !== undefined) throw definitionError(checked.error);
  const text = checked.ok ? checked.value.text : before.text;
  // A new definition without a note does not inherit the note of the old one.
  const note = edit.note ?? (text === before.text ? before.note : '');
  await updateSegment(context, slug, { name, folder: edit.folder?.trim() ?? before.folder, text, note });
  const warnings = checked.ok ? checked.value.warnings : checked.error;
  return { segment: await readSegment(control, slug), warnings, usedBy: usersOf(slug, await listSegments(control)).all };
}

/** Puts an earlier definition in force again, as a new version. */
export function restoreVersion(context: DefinitionContext, slugOrName: string, version: number): Promise<SavedSegment> {
  return inTransaction(context, async (inside) => {
    const { slug } = await readSegment(inside.control, slugOrName);
    const wanted = (await segmentVersions(inside.control, slug)).find((one) => one.version === version);
    if (wanted === undefined)
      throw new ClienteleError('segment.unknown', {
        name: `${slug}, version ${version}`,
        hint: `See \`clientele segments show ${slug}\` for its versions.`,
        on_screen: 'See the versions on its page.',
      });
    return change(inside, slug, { text: wanted.text, note: `Version ${version} restored` });
  });
}
