import type { GoalSetting } from '../contract/index.ts';
import { type Control, readSetting, writeSetting } from '../control/index.ts';

const key = 'goal';

/** What this business wants to achieve; it orders what screens propose. Undefined until somebody has said. */
export async function readGoal(control: Control): Promise<GoalSetting | undefined> {
  return ((await readSetting(control, key)) as GoalSetting | null | undefined) ?? undefined;
}

export const writeGoal = (control: Control, goal: GoalSetting): Promise<void> => writeSetting(control, key, goal);
