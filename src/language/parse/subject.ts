import type { Operand } from '../tree.ts';
import type { Token } from './token.ts';

/** What a condition speaks of, read before its operator is known; `first` is its first token. */
export type Subject = { readonly operand: Operand; readonly first: Token };
