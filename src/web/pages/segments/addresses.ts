import { alsoAsOf } from '../../api/seen-as-of.ts';
import { decimalMark } from '../../components/download/spreadsheet.ts';

/** Where things about segments are. */
export const segmentAddress = (slug: string): string => `/segments/${encodeURIComponent(slug)}`;
export const editAddress = (slug: string): string => `${segmentAddress(slug)}/edit`;
export const compareAddress = (slugs: readonly string[]): string => `/segments/~compare?slugs=${slugs.map(encodeURIComponent).join(',')}`;
export const draftAddress = (draft: { readonly key: string; readonly segment: string | null }): string =>
  draft.segment === null ? `/segments/~new?draft=${encodeURIComponent(draft.key)}` : editAddress(draft.segment);

/** The builder with a definition in it, as a new draft. */
export function newSegmentAddress(start: { readonly text?: string; readonly name?: string; readonly folder?: string } = {}): string {
  const search = new URLSearchParams(Object.entries(start).filter(([, value]) => value !== ''));
  return search.size === 0 ? '/segments/~new' : `/segments/~new?${search.toString()}`;
}

/** Members as a file. */
export const exportAddress = (slug: string, format: 'csv' | 'json' = 'csv'): string =>
  alsoAsOf(`/api/v1/segments/${encodeURIComponent(slug)}/export?format=${format}&decimal=${decimalMark()}`);
