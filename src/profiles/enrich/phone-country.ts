/**
 * The country of phone numbers in E.164, for those where the number itself tells it: valid ones of a country's own numbering plan.
 * Given a few digits more than the calling code, since Canada and Jersey share theirs with others. The metadata is large, so it is loaded when first needed.
 */
export async function countriesOfPhones(phones: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (phones.length === 0) return new Map();
  const { parsePhoneNumberFromString } = await import('libphonenumber-js/max');
  return new Map(
    phones.flatMap((phone): [string, string][] => {
      const country = parsePhoneNumberFromString(phone)?.country;
      return country === undefined ? [] : [[phone, country]];
    }),
  );
}
