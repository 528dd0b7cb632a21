/**
 * Names of regions that shop systems write as codes (ISO 3166-2 without the country, and what people write besides), for countries where addresses have them. The United States',
 * Canada's and Australia's names are those that a postcode tells, so that one region is one value.
 */
const byCountry: Readonly<Record<string, string>> = {
  US: `AL Alabama, AK Alaska, AZ Arizona, AR Arkansas, CA California, CO Colorado, CT Connecticut, DE Delaware, DC District of Columbia, FL Florida, GA Georgia, HI Hawaii, ID Idaho,
    IL Illinois, IN Indiana, IA Iowa, KS Kansas, KY Kentucky, LA Louisiana, ME Maine, MD Maryland, MA Massachusetts, MI Michigan, MN Minnesota, MS Mississippi, MO Missouri, MT Montana,
    NE Nebraska, NV Nevada, NH New Hampshire, NJ New Jersey, NM New Mexico, NY New York, NC North Carolina, ND North Dakota, OH Ohio, OK Oklahoma, OR Oregon, PA Pennsylvania,
    RI Rhode Island, SC South Carolina, SD South Dakota, TN Tennessee, TX Texas, UT Utah, VT Vermont, VA Virginia, WA Washington, WV West Virginia, WI Wisconsin, WY Wyoming`,
  CA: `AB Alberta, BC British Columbia, MB Manitoba, NB New Brunswick, NL Newfoundland and Labrador, NS Nova Scotia, NT Northwest Territories, NU Nunavut, ON Ontario,
    PE Prince Edward Island, QC Quebec, SK Saskatchewan, YT Yukon`,
  AU: `ACT Australian Capital Territory, NSW New South Wales, NT Northern Territory, QLD Queensland, SA South Australia, TAS Tasmania, VIC Victoria, WA Western Australia`,
  GB: `ENG England, NIR Northern Ireland, SCT Scotland, WLS Wales`,
  AT: `B Burgenland, BGLD Burgenland, K Kärnten, KTN Kärnten, NÖ Niederösterreich, OÖ Oberösterreich, S Salzburg, SBG Salzburg, ST Steiermark, STMK Steiermark, T Tirol, V Vorarlberg, VBG Vorarlberg, W Wien`,
  DE: `BW Baden-Württemberg, BY Bayern, BE Berlin, BB Brandenburg, HB Bremen, HH Hamburg, HE Hessen, MV Mecklenburg-Vorpommern, NI Niedersachsen, NW Nordrhein-Westfalen, NRW Nordrhein-Westfalen,
    RP Rheinland-Pfalz, SL Saarland, SN Sachsen, ST Sachsen-Anhalt, SH Schleswig-Holstein, TH Thüringen`,
  CH: `AG Aargau, AR Appenzell Ausserrhoden, AI Appenzell Innerrhoden, BL Basel-Landschaft, BS Basel-Stadt, BE Bern, FR Fribourg, GE Genève, GL Glarus, GR Graubünden, JU Jura, LU Luzern,
    NE Neuchâtel, NW Nidwalden, OW Obwalden, SH Schaffhausen, SZ Schwyz, SO Solothurn, SG St. Gallen, TI Ticino, TG Thurgau, UR Uri, VD Vaud, VS Valais, ZG Zug, ZH Zürich`,
};

const names: ReadonlyMap<string, string> = new Map(
  Object.entries(byCountry).flatMap(([country, list]) =>
    list.split(',').map((entry): [string, string] => {
      const [code = '', ...name] = entry.trim().split(' ');
      return [`${country} ${code}`, name.join(' ')];
    }),
  ),
);

/** `CA` or `US-CA` in US → California; undefined where it is no code of the country's. */
export const regionOfCode = (code: string, country: string): string | undefined =>
  names.get(
    `${country} ${code
      .trim()
      .toLocaleUpperCase('en')
      .replace(new RegExp(`^${country}-`), '')}`,
  );
