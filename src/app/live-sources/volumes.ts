import type { LiveSourceVolume } from '../../contract/index.ts';
import { day, instant } from '../../core/index.ts';
import type { App } from '../open.ts';
import type { Collector } from './collector.ts';
import { readSource } from './known-source.ts';
import { volumes } from './tally.ts';

/** `collector` of a process that serves adds what it has counted a moment ago. Throws `source.unknown`. */
export async function sourceVolumes(
  { control, effects }: Pick<App, 'control' | 'effects'>,
  collector: Collector | undefined,
  slug: string,
  days: number,
): Promise<readonly LiveSourceVolume[]> {
  await readSource(control, slug);
  await collector?.tally.flush();
  return volumes(control, slug, instant(effects.now() - days * day));
}
