import { ClienteleError } from '../core/index.ts';
import { checkText, definitionError, type Vocabulary } from '../language/index.ts';
import { readSummaries } from '../profiles/index.ts';
import { difference, evaluateSegments, type Evaluation, listSegments, membersOf, readSegment, setOf, size, spread, usersOf } from '../segments/index.ts';
import { resolveAsOf } from './as-of.ts';
import { momentFor } from './moment.ts';
import type { App } from './open.ts';
import { ensureRefreshed } from './ensure-refreshed.ts';
import { segmentInputs } from './segment-inputs.ts';
import { vocabularyOf } from './vocabulary.ts';

const sampled = 5;

/**
 * What publishing a definition would change, now: who enters the segment and who leaves, and the same for every segment that follows it.
 * Both definitions are evaluated at the same instant, so that time alone moves nobody. Throws `segment.syntax`, `segment.unknown`.
 */
export async function impactOf(app: App, slugOrName: string, text: string, asOf: string | undefined) {
  const at = await resolveAsOf(app, asOf);
  await ensureRefreshed(app, at);
  const { slug, text: textNow } = await readSegment(app.control, slugOrName);
  const vocabulary = await vocabularyOf(app);
  const checked = checkText(text, vocabulary, { self: slug });
  if (!checked.ok) throw definitionError(checked.error);
  const segments = await listSegments(app.control);
  const users = usersOf(slug, segments);
  const after = changed(vocabulary, slug, checked.value.text);
  const before = await evaluated(app, [slug, ...users.all], vocabulary, at);
  const then = await evaluated(app, [slug, ...users.all], after, at);
  const own = await moved(app, slug, before.get(slug), then.get(slug));
  const dependants = await Promise.all(
    users.all.map(async (user) => ({
      slug: user,
      name: vocabulary.segments.get(user)?.name ?? user,
      direct: users.direct.includes(user),
      ...(await moved(app, user, before.get(user), then.get(user), 0)),
    })),
  );
  return { slug, text: checked.value.text, same_definition: checked.value.text === textNow, ...own, dependants };
}

function changed(vocabulary: Vocabulary, slug: string, text: string): Vocabulary {
  const name = vocabulary.segments.get(slug)?.name ?? slug;
  return { ...vocabulary, segments: new Map([...vocabulary.segments, [slug, { name, text }]]) };
}

/** The segments under a vocabulary's definitions, with their manual lists. */
async function evaluated(
  app: App,
  slugs: readonly string[],
  vocabulary: Vocabulary,
  at: Awaited<ReturnType<typeof resolveAsOf>>,
): Promise<ReadonlyMap<string, Evaluation>> {
  const { inputs } = await segmentInputs(app);
  const current = inputs.map((input) => ({ ...input, text: vocabulary.segments.get(input.slug)?.text ?? input.text ?? '' }));
  const wanted = current.filter(({ slug }) => slugs.includes(slug));
  const moment = await momentFor(app, at, undefined, vocabulary);
  const found = await evaluateSegments(app.warehouse, wanted, { ...moment, vocabulary }, new Map(current.map((input) => [input.slug, input])));
  return new Map(found.map((evaluation) => [evaluation.slug, evaluation]));
}

async function moved(app: App, slug: string, before: Evaluation | undefined, after: Evaluation | undefined, people = sampled) {
  if (after?.status !== 'ok') throw new ClienteleError('segment.syntax', { detail: after?.reason ?? 'The definition can not be computed.', hint: '' });
  // One that can not be computed now has those whom it had when it could.
  const last = before?.status === 'ok' ? undefined : await membersOf(app.warehouse, slug);
  const was = before?.status === 'ok' ? before.set : setOf(last ?? [], (after.set.words.length - 1) * 32);
  const entering = difference(after.set, was);
  const leaving = difference(was, after.set);
  return {
    before: before?.status === 'ok' ? before.count : (last?.length ?? null),
    after: after.count,
    entering: { count: size(entering), people: [...(await readSummaries(app.warehouse, spread(entering, people)))] },
    leaving: { count: size(leaving), people: [...(await readSummaries(app.warehouse, spread(leaving, people)))] },
  };
}
