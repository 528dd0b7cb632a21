let names: Intl.DisplayNames | undefined;

/** `GB` as a person reads it, United Kingdom; a text that is no code stays as it is. Made when first used: what it knows takes long to load. */
export function countryName(code: string): string {
  if (!/^[A-Za-z]{2}$/.test(code)) return code;
  names ??= new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' });
  return names.of(code.toUpperCase()) ?? code;
}

/** The value of an attribute as a person reads it: a country by its name. */
export const readValue = (attribute: string, value: string): string => (attribute === 'country' ? countryName(value) : value);
