import type { paths } from '../../../api/schema.ts';
import type { SegmentsSearch } from './segments-search.ts';

export type ListedSegment = paths['/api/v1/segments']['get']['responses'][200]['content']['application/json']['items'][number];
export type FolderOfSegments = { readonly name: string; readonly segments: readonly ListedSegment[] };

/** Segments as the list shows them: found, sorted, in their folders; those without one come first. Empty folders are shown while nothing is searched. */
export function arrange(segments: readonly ListedSegment[], folders: readonly string[], { q, sort, status }: SegmentsSearch): readonly FolderOfSegments[] {
  const wanted = q.trim().toLowerCase();
  const found = segments.filter((segment) => hasStatus(segment, status) && (wanted === '' || matches(segment, wanted))).toSorted(orders[sort]);
  const names = [...new Set([...folders, ...segments.map(({ folder }) => folder)])].filter((name) => name !== '').toSorted((a, b) => a.localeCompare(b));
  const inside = ['', ...names].map((name) => ({ name, segments: found.filter(({ folder }) => folder === name) }));
  const all = wanted === '' && status === 'all';
  return inside.filter(({ name, segments: those }) => those.length > 0 || (all && name !== ''));
}

const matches = ({ name, slug, text, folder, note }: ListedSegment, wanted: string): boolean =>
  [name, slug, text, folder, note].some((words) => words.toLowerCase().includes(wanted));

function hasStatus({ status, mode, origin }: ListedSegment, wanted: SegmentsSearch['status']): boolean {
  switch (wanted) {
    case 'all':
      return true;
    case 'failed':
      return status === 'failed';
    case 'frozen':
      return mode === 'static';
    case 'mine':
      return origin === 'user';
  }
}

const orders: Readonly<Record<SegmentsSearch['sort'], (a: ListedSegment, b: ListedSegment) => number>> = {
  name: (a, b) => a.name.localeCompare(b.name),
  size: (a, b) => (b.members ?? -1) - (a.members ?? -1) || a.name.localeCompare(b.name),
  revenue: (a, b) => (b.revenue ?? -1) - (a.revenue ?? -1) || a.name.localeCompare(b.name),
};
