/** What a code of a country or a language is called in the language of this browser; a text that is no code stays as it is. */
export function nameOf(type: 'region' | 'language', code: string): string {
  try {
    return new Intl.DisplayNames(navigator.language, { type }).of(code.replace('_', '-')) ?? code;
  } catch {
    // Not every country that a file names is a code.
    return code;
  }
}
