/** How far the files are: read, asked about, checked. `left` counts those that cannot go on before somebody answers. */
export type ReviewState = { readonly kind: 'reading' | 'ready' | 'checking' | 'checked' } | { readonly kind: 'left'; readonly files: number };

type Look = { readonly data: readonly { readonly problems: readonly unknown[] }[] | undefined; readonly isFetching: boolean };
type Known = { readonly looks: readonly Look[]; readonly checking: boolean; readonly checked: boolean };

/** A file that is being read asks nothing yet. */
export function reviewState({ looks, checking, checked }: Known): ReviewState {
  const files = looks.filter(({ data, isFetching }) => !isFetching && (data === undefined || data.some(({ problems }) => problems.length > 0))).length;
  if (files > 0) return { kind: 'left', files };
  if (looks.some(({ isFetching }) => isFetching)) return { kind: 'reading' };
  if (checking) return { kind: 'checking' };
  return { kind: checked ? 'checked' : 'ready' };
}
