import { type Control, readSetting, writeSetting } from '../control/index.ts';
import { formatInstant, type Instant, parseInstant } from '../core/index.ts';
import type { LifecycleStage } from '../segments/index.ts';

/** That somebody changed the stages of the lifecycle: when by the clock, and which there were before. */
type StageChange = { readonly at: string; readonly before: readonly LifecycleStage[] };

const setting = 'lifecycle_changes';
const most = 50;

const read = async (control: Control): Promise<readonly StageChange[]> => ((await readSetting(control, setting)) as readonly StageChange[] | undefined) ?? [];

/** Notes that the stages become others: whoever changes stage by that has done nothing. */
export async function noteStageChange(control: Control, before: readonly LifecycleStage[], at: Instant): Promise<void> {
  await writeSetting(control, setting, [...(await read(control)), { at: formatInstant(at), before }].slice(-most));
}

/** The stages at an instant of the clock, where they have been changed since, and when last. */
export async function stagesBefore(control: Control, since: Instant): Promise<StageChange | undefined> {
  const later = (await read(control)).filter(({ at }) => (parseInstant(at) ?? since) > since);
  const [first, last] = [later[0], later.at(-1)];
  return first === undefined || last === undefined ? undefined : { at: last.at, before: first.before };
}
