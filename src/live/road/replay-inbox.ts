import type { Interpret } from '../../contract/index.ts';
import type { KnownPeople } from '../../ingest/index.ts';
import type { OpenInbox } from '../inbox/open-inbox.ts';
import type { LiveWorld } from '../world/live-world.ts';
import { recordWhatCanBe } from './record-batch.ts';

const atOnce = 5000;

/**
 * Everything that the inbox holds → facts of a warehouse that is made again, in the order of arrival and with the watermark that follows from it. What was
 * put aside then and was sent in again since is recorded once: as what was sent in again.
 */
export async function replayInbox(world: LiveWorld, inbox: OpenInbox, interpret: Interpret, progress: (done: number, total: number) => void): Promise<number> {
  const known: KnownPeople = new Map();
  let place = 0;
  let messages = 0;
  for (;;) {
    const found = await inbox.read(place, atOnce);
    const last = found.at(-1);
    if (last === undefined) return messages;
    const left = await inbox.sentAgain(place, last.seq);
    const some = found.filter(({ seq }) => !left.has(seq));
    await recordWhatCanBe(world, some, interpret, known, { upTo: last.seq, quarantine: async () => undefined });
    place = last.seq;
    messages += some.length;
    progress(place, inbox.last());
  }
}
