import { type Agent, readUserAgent } from '../../collect/index.ts';

// The same few user agents come again and again, and reading one takes longer than deciding.
const read = new Map<string, Agent>();
const most = 2000;

/** Browser, system and kind of device that a user agent speaks of, as events have them. */
export function readAgent(written: string): Agent {
  const known = read.get(written);
  if (known !== undefined) return known;
  const agent = readUserAgent(written);
  if (read.size >= most) read.delete(read.keys().next().value ?? '');
  read.set(written, agent);
  return agent;
}
