/** HTML as a value: text that we wrote, and everything interpolated into it escaped. */
export type Html = { readonly html: string };
export type Part = string | number | Html | readonly Html[] | null | undefined | false;

/** Interpolated texts can not become markup, in content or in quoted attributes; null, undefined and false are left out. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { html: strings.map((text, index) => text + written(parts[index])).join('') };
}

/** Text that is HTML already: our own, or a drawing's. */
export const raw = (text: string): Html => ({ html: text });

function written(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (typeof part === 'string') return escapeText(part);
  if (typeof part === 'number') return String(part);
  if ('html' in part) return part.html;
  return part.map(({ html: text }) => text).join('');
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Characters that HTML forbids (controls, halves of surrogate pairs) become U+FFFD or nothing; the five signs become entities. */
export function escapeText(text: string): string {
  return readable(text).replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

/** Without control characters, and without the marks that turn the direction of what follows (U+202A–E, U+2066–9). */
export function readable(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\t\n\r]+/g, ' ')
    .replaceAll(/[\p{Cc}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu, '');
}

/** The beginning of a text, cut at a whole character with an ellipsis. */
export function shorten(text: string, most: number): string {
  const characters = Array.from(segmenter.segment(readable(text)), ({ segment }) => segment);
  return characters.length <= most
    ? characters.join('')
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
