import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/**
 * E.164, or null when it can not be a phone. Without a country, a number that names no country code is kept as its digits.
 * Spreadsheets leave `'+44…` and `447700900123.0` behind; both are understood.
 */
export function phoneNumber(text: string, country: string | undefined): string | null {
  const bare = text.replace(/^['’]/, '').replace(/\.0+$/, '').trim();
  if (/^\d(?:\.\d+)?e\+\d+$/i.test(bare)) return null;
  const region = country !== undefined && isSupportedCountry(country) ? country : undefined;
  const found = parsePhoneNumberFromString(bare.replace(/^00(?=[1-9])/, '+'), region === undefined ? {} : { defaultCountry: region });
  if (found?.isPossible() === true) return found.number;
  // Kept as a number, a cell loses the plus before the code of another country.
  if (/^[1-9]\d{9,14}$/.test(bare)) {
    const abroad = parsePhoneNumberFromString(`+${bare}`);
    if (abroad?.isValid() === true) return abroad.number;
  }
  if (region !== undefined || bare.startsWith('+') || /\p{L}/u.test(bare)) return null;
  const digits = bare.replaceAll(/\D/g, '');
  return digits.length >= 6 && digits.length <= 15 ? digits : null;
}
