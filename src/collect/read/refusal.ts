import type { Interpreted } from '../../contract/index.ts';

/** Why a message can not be recorded: what is wrong, where, and what the owner can do. */
export type Refusal = Extract<Interpreted, { readonly ok: false }>;

export const refuse = (reason: string, field: string | null, hint: string): Refusal => ({ ok: false, reason, field, hint });
