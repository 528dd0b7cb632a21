import type { Condition } from '../../language/index.ts';
import type { Membership } from '../../profiles/index.ts';
import { text } from './conditions.ts';

/** Ended theirs and has begun none since. */
export const hasEnded = ({ begins, ends }: Membership): Condition => ({
  kind: 'sequence',
  steps: [
    { facts: { of: { kind: 'event', name: ends } }, absent: false },
    { facts: { of: { kind: 'event', name: begins } }, absent: true },
  ],
});
export const endedSaid = (membership: Membership): string => text(hasEnded(membership));
