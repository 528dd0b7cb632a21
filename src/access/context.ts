import type { Control } from '../control/index.ts';
import type { Effects } from '../core/index.ts';

/** The world of this room: the operational store, a clock and random ids. */
export type AccessContext = {
  readonly control: Control;
  readonly effects: Pick<Effects, 'now' | 'randomId'>;
};
