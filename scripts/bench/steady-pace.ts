import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Load, Taken } from './steady-load.ts';

/** Requests at a steady pace whatever becomes of those before, as visitors come, from a process of their own (see `steady-load.ts`). Milliseconds. */
export async function atSteadyPace(load: Load): Promise<Taken> {
  const script = join(import.meta.dirname, 'steady-load.ts');
  const child = spawn(process.execPath, ['--max-semi-space-size=64', '--disable-warning=ExperimentalWarning', script], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(JSON.stringify(load));
  const said = await text(child.stdout);
  const taken = JSON.parse(said === '' ? '{}' : said) as Partial<Taken>;
  if (taken.requests !== load.perSecond * load.seconds) throw new Error('the load could not be sent; what went wrong stands above');
  return taken as Taken;
}
