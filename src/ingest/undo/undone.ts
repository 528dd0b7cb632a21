/** Records that went, and records of which an earlier version is back. */
export type Undone = { readonly removed: number; readonly restored: number };
