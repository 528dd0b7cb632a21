/** Why a row is rejected: one reason for one column, with what to do about it. Rows carry the place of their rejection in this list, from 1. */
export type Rejection = { readonly reason: string; readonly header: string | null; readonly fix: string };
