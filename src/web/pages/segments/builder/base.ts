import type { Start } from './use-editor.ts';

/** The segment in force that is being changed. */
export type Base = Start & { readonly slug: string; readonly version: number; readonly etag: string };
