import { ClienteleError, type Instant } from '../../core/index.ts';
import { checkText } from '../../language/index.ts';
import { evaluateSegments, readSegment } from '../../segments/index.ts';
import { checkedCondition } from '../conditions.ts';
import { currentSegments } from '../current.ts';
import { momentFor } from '../moment.ts';
import type { App } from '../open.ts';
import { listsOf } from '../segment-inputs.ts';
import { vocabularyOf } from '../vocabulary.ts';

/** A group of people by name: a segment, or whom a definition describes. `members` in order. */
export type NamedPeople = { readonly name: string; readonly slug: string | null; readonly expression: string; readonly members: Int32Array };

/**
 * Whom a text means: a segment by slug or name, else a definition in the segment language, at a moment. Throws `segment.unknown` where it is neither, and `segment.failed`
 * for a segment that could never be computed.
 */
export async function peopleOf(app: App, whom: string, at: Instant, explicit: boolean): Promise<NamedPeople> {
  let missing: unknown;
  const segment = await readSegment(app.control, whom).catch((error: unknown) => {
    if (!(error instanceof ClienteleError) || error.code !== 'segment.unknown') throw error;
    missing = error;
    return undefined;
  });
  if (segment !== undefined) {
    const { slug, name } = segment;
    const members = (await currentSegments(app, { at, explicit }, [slug])).segments.get(slug)?.members;
    return { name, slug, expression: `in segment ${JSON.stringify(name)}`, members: Int32Array.from(members ?? []) };
  }
  const vocabulary = await vocabularyOf(app);
  // A word or two that are no definition are a name that was mistyped.
  if (!checkText(whom, vocabulary).ok && /^[\p{L}\p{N}_ -]+$/u.test(whom)) throw missing;
  const { tree } = checkedCondition(whom, vocabulary);
  const moment = await momentFor(app, { at, explicit }, [tree], vocabulary);
  const [found] = await evaluateSegments(app.warehouse, [{ slug: 'asked', text: whom }], { ...moment, now: at }, await listsOf(app));
  if (found?.status !== 'ok') throw new ClienteleError('segment.syntax', { detail: found?.reason ?? whom, hint: 'Check the definition.' });
  return { name: whom, slug: null, expression: whom, members: Int32Array.from(found.members()) };
}
