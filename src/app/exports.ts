import { type Control, readSetting, writeSetting } from '../control/index.ts';

const key = 'member-exports';

/** How often each segment's members were handed out, by slug: a use that scorecards know of. */
export async function exportCounts(control: Control): Promise<Readonly<Record<string, number>>> {
  return ((await readSetting(control, key)) as Readonly<Record<string, number>> | undefined) ?? {};
}

export async function countExport(control: Control, slug: string): Promise<void> {
  const counts = await exportCounts(control);
  await writeSetting(control, key, { ...counts, [slug]: (counts[slug] ?? 0) + 1 });
}
