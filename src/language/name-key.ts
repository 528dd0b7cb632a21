/** Names in one form: letter case, blanks, hyphens and underscores do not tell names apart. */
export const nameKey = (name: string): string =>
  name
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, '_');
