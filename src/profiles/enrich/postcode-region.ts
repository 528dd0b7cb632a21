/**
 * Regions by the beginning of a postcode, for countries whose post numbers its regions (to well over 99% of addresses). Postcodes of these countries look alike, so
 * the country must be known. Germany's, Italy's and the Netherlands' numbers reach over borders of regions and are left out: their region would be a guess.
 */
type Numbering = { readonly digits: number; readonly of: number; readonly ranges: readonly (readonly [number, number, string])[] };

/** `Bretagne: 22 29 35-37` → [22, 22, 'Bretagne'], …: the first digits of the code. */
function ranges(regions: Readonly<Record<string, string>>): Numbering['ranges'] {
  return Object.entries(regions).flatMap(([region, spans]) =>
    spans.split(' ').map((span): [number, number, string] => {
      const [from = '', to = from] = span.split('-');
      return [Number(from), Number(to), region];
    }),
  );
}

const numbered: Readonly<Record<string, Numbering>> = {
  // Départements, by the regions of 2016; Corsica is 20.
  FR: {
    digits: 5,
    of: 2,
    ranges: ranges({
      'Auvergne-Rhône-Alpes': '1 3 7 15 26 38 42 43 63 69 73 74',
      'Bourgogne-Franche-Comté': '21 25 39 58 70 71 89 90',
      Bretagne: '22 29 35 56',
      'Centre-Val de Loire': '18 28 36 37 41 45',
      Corse: '20',
      'Grand Est': '8 10 51 52 54 55 57 67 68 88',
      'Hauts-de-France': '2 59 60 62 80',
      'Île-de-France': '75 77 78 91-95',
      Normandie: '14 27 50 61 76',
      'Nouvelle-Aquitaine': '16 17 19 23 24 33 40 47 64 79 86 87',
      Occitanie: '9 11 12 30 31 32 34 46 48 65 66 81 82',
      'Pays de la Loire': '44 49 53 72 85',
      'Provence-Alpes-Côte d’Azur': '4-6 13 83 84',
    }),
  },
  // Provinces, by autonomous community.
  ES: {
    digits: 5,
    of: 2,
    ranges: ranges({
      Andalucía: '4 11 14 18 21 23 29 41',
      Aragón: '22 44 50',
      Asturias: '33',
      Canarias: '35 38',
      Cantabria: '39',
      'Castilla y León': '5 9 24 34 37 40 42 47 49',
      'Castilla-La Mancha': '2 13 16 19 45',
      Cataluña: '8 17 25 43',
      Ceuta: '51',
      'Comunitat Valenciana': '3 12 46',
      Extremadura: '6 10',
      Galicia: '15 27 32 36',
      'Illes Balears': '7',
      'La Rioja': '26',
      Madrid: '28',
      Melilla: '52',
      Murcia: '30',
      Navarra: '31',
      'País Vasco': '1 20 48',
    }),
  },
  // Sectional centres, by state.
  US: {
    digits: 5,
    of: 3,
    ranges: ranges({
      Alabama: '350-352 354-369',
      Alaska: '995-999',
      Arizona: '850-853 855-857 859-860 863-865',
      Arkansas: '716-729',
      California: '900-908 910-928 930-961',
      Colorado: '800-816',
      Connecticut: '60-69',
      Delaware: '197-199',
      'District of Columbia': '200 202-205',
      Florida: '320-339 341-342 344 346-347 349',
      Georgia: '300-319 398-399',
      Hawaii: '967-968',
      Idaho: '832-838',
      Illinois: '600-620 622-629',
      Indiana: '460-479',
      Iowa: '500-516 520-528',
      Kansas: '660-662 664-679',
      Kentucky: '400-418 420-427',
      Louisiana: '700-701 703-708 710-714',
      Maine: '39-49',
      Maryland: '206-212 214-219',
      Massachusetts: '10-27 55',
      Michigan: '480-499',
      Minnesota: '550-551 553-567',
      Mississippi: '386-397',
      Missouri: '630-631 633-641 644-658',
      Montana: '590-599',
      Nebraska: '680-681 683-693',
      Nevada: '889-891 893-895 897-898',
      'New Hampshire': '30-38',
      'New Jersey': '70-89',
      'New Mexico': '870-871 873-875 877-884',
      'New York': '5 100-149',
      'North Carolina': '270-289',
      'North Dakota': '580-588',
      Ohio: '430-459',
      Oklahoma: '730-731 734-741 743-749',
      Oregon: '970-979',
      Pennsylvania: '150-196',
      'Rhode Island': '28-29',
      'South Carolina': '290-299',
      'South Dakota': '570-577',
      Tennessee: '370-385',
      Texas: '733 750-799 885',
      Utah: '840-847',
      Vermont: '50-54 56-59',
      Virginia: '201 220-246',
      Washington: '980-986 988-994',
      'West Virginia': '247-268',
      Wisconsin: '530-532 534-535 537-549',
      Wyoming: '820-831',
    }),
  },
  AU: {
    digits: 4,
    of: 4,
    ranges: ranges({
      'Australian Capital Territory': '200-299 2600-2618 2900-2920',
      'New South Wales': '1000-2599 2619-2899 2921-2999',
      'Northern Territory': '800-999',
      Queensland: '4000-4999 9000-9999',
      'South Australia': '5000-5999',
      Tasmania: '7000-7999',
      Victoria: '3000-3999 8000-8999',
      'Western Australia': '6000-6999',
    }),
  },
};

/** Canada's provinces by the first letter; `X` is two territories. */
const canadian: Readonly<Record<string, string>> = {
  A: 'Newfoundland and Labrador',
  B: 'Nova Scotia',
  C: 'Prince Edward Island',
  E: 'New Brunswick',
  G: 'Quebec',
  H: 'Quebec',
  J: 'Quebec',
  K: 'Ontario',
  L: 'Ontario',
  M: 'Ontario',
  N: 'Ontario',
  P: 'Ontario',
  R: 'Manitoba',
  S: 'Saskatchewan',
  T: 'Alberta',
  V: 'British Columbia',
  Y: 'Yukon',
};

/** Countries that a postcode tells the region of, once the country is known. */
export const countriesWithRegions: readonly string[] = [...Object.keys(numbered), 'CA'];

/** Undefined where the code is none of the country's, or tells nothing. A leading zero that a spreadsheet dropped is put back; `90210-1234` is `90210`. */
export function regionOfPostcode(postcode: string, country: string): string | undefined {
  const code = postcode.toUpperCase().replaceAll(/\s/g, '');
  if (country === 'CA') return /^[A-Z]\d[A-Z]/.test(code) ? canadian[code[0] ?? ''] : undefined;
  const numbering = numbered[country];
  if (numbering === undefined) return undefined;
  const digits = /^(\d+)(?:-\d{4})?$/.exec(code)?.[1] ?? '';
  if (digits.length !== numbering.digits && digits.length !== numbering.digits - 1) return undefined;
  const start = Number(digits.padStart(numbering.digits, '0').slice(0, numbering.of));
  return numbering.ranges.find(([from, to]) => start >= from && start <= to)?.[2];
}
