import { type DefinitionContext, timestamp } from './context.ts';

export async function writeVersion(
  context: DefinitionContext,
  version: { readonly segment: string; readonly version: number; readonly text: string; readonly note: string },
): Promise<void> {
  await context.control
    .insertInto('segment_versions')
    .values({ ...version, author: context.author, at: timestamp(context) })
    .execute();
}
