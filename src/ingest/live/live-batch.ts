import type { LiveIdentifier, LiveRecord } from '../../contract/index.ts';
import type { Instant } from '../../core/index.ts';

/** A record with where it came from. `key` tells it from every other record of its source, for ever. */
export type LiveRow = { readonly source: string; readonly key: string; readonly receivedAt: Instant; readonly record: LiveRecord };

/** A record that can not be kept, by its place in the batch. */
export type Refused = { readonly index: number; readonly reason: string; readonly field: string | null; readonly hint: string };

/** All that live sources bring carries this batch: it was never imported and is never undone. */
export const liveBatch = 0;

/** Equal for the same identifiers, in whatever order they are told. */
export const whoKey = (identifiers: readonly LiveIdentifier[]): string =>
  identifiers
    .map(({ namespace, value }) => JSON.stringify([namespace, value]))
    .toSorted()
    .join();
