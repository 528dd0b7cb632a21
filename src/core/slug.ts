/** `Slipping regulars!` → `slipping-regulars`. Letters outside ASCII lose their accents where they have any. */
export function slugify(text: string): string {
  const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return plain.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-+|-+$/g, '') || 'unnamed';
}

/** `Monthly Charges (£)` → `monthly_charges`: how a column of a file becomes the name of a trait. */
export function fieldName(header: string): string {
  const spaced = header.replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2');
  return slugify(spaced).replaceAll('-', '_').slice(0, 60);
}
