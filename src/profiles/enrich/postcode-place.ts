import { britishAreas, regionOfArea } from './uk-regions.ts';

export type Place = { readonly country: string | null; readonly region: string | null; readonly urban_rural: string | null };

/** What a postcode alone tells for certain: only shapes that one country uses. Null when it tells nothing. */
export function placeOfPostcode(postcode: string): Place | null {
  const code = postcode.toUpperCase().replaceAll(/[\s-]/g, '');
  const british = /^([A-Z]{1,2})\d[A-Z\d]?\d[ABD-HJLNP-UW-Z]{2}$/.exec(code);
  const area = british?.[1] ?? '';
  if (britishAreas.has(area)) return { country: 'GB', region: regionOfArea.get(area) ?? null, urban_rural: null };
  if (/^[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z]\d[ABCEGHJ-NPRSTV-Z]\d$/.test(code)) return { country: 'CA', region: null, urban_rural: null };
  if (/^[1-9]\d{3}[A-Z]{2}$/.test(code)) return { country: 'NL', region: null, urban_rural: null };
  // Some exports (Hillstrom's) say in the postcode's place what kind of place it is, one of them misspelt.
  const kind = { URBAN: 'urban', SUBURBAN: 'suburban', SURBURBAN: 'suburban', RURAL: 'rural' }[code];
  return kind === undefined ? null : { country: null, region: null, urban_rural: kind };
}
