/**
 * Cities that people write otherwise than GeoNames, which has some under their English and some under their own name: what is written, and the name that the
 * list has, by country. Letter case, accents and German umlauts written out do not matter.
 */
const otherNames: Readonly<Record<string, string>> = {
  AT: 'Wien=Vienna',
  BE: 'Antwerp=Antwerpen, Anvers=Antwerpen, Bruxelles=Brussels, Brussel=Brussels, Bruges=Brugge, Ghent=Gent, Gand=Gent, Luik=Liège, Mechlin=Mechelen',
  CA: 'Quebec City=Québec',
  CH: 'Geneva=Genève, Genf=Genève, Lucerne=Luzern, Basle=Basel, Bâle=Basel, Berne=Bern',
  CZ: 'Praha=Prague',
  DE: 'München=Munich, Cologne=Köln, Nuremberg=Nürnberg, Hanover=Hannover, Brunswick=Braunschweig, Frankfurt=Frankfurt am Main, Frankfurt a. M.=Frankfurt am Main, Freiburg im Breisgau=Freiburg, Halle=Halle (Saale), Offenbach am Main=Offenbach, Ludwigshafen=Ludwigshafen am Rhein, Mülheim an der Ruhr=Mülheim',
  DK: 'København=Copenhagen, Aarhus=Århus, Elsinore=Helsingør',
  ES: 'Seville=Sevilla, Saragossa=Zaragoza, La Coruña=A Coruña, San Sebastián=Donostia / San Sebastián, Donostia=Donostia / San Sebastián',
  GB: 'Newcastle=Newcastle upon Tyne, Hull=Kingston upon Hull',
  GR: 'Athina=Athens, Αθήνα=Athens, Θεσσαλονίκη=Thessaloníki',
  IT: 'Roma=Rome, Milano=Milan, Torino=Turin, Napoli=Naples, Firenze=Florence, Venezia=Venice, Genova=Genoa, Padua=Padova, Mantua=Mantova, Syracuse=Siracusa, Leghorn=Livorno, Rom=Rome, Mailand=Milan',
  NL: 'Den Haag=The Hague, ’s-Gravenhage=The Hague, s Gravenhage=The Hague, La Haye=The Hague',
  PL: 'Warszawa=Warsaw, Krakow=Kraków, Cracow=Kraków, Danzig=Gdańsk',
  PT: 'Lisboa=Lisbon, Oporto=Porto',
  RO: 'București=Bucharest',
  RS: 'Beograd=Belgrade, Београд=Belgrade',
  RU: 'Москва=Moscow, Moskva=Moscow',
  SE: 'Gothenburg=Göteborg',
  UA: 'Kiev=Kyiv, Київ=Kyiv',
  US: 'New York=New York City, NYC=New York City, Washington=Washington D.C., Washington DC=Washington D.C.',
};

/** What a city of that country is called in the list, by how it is written; both as `plain` writes them. */
export function namesInList(country: string, plain: (name: string) => string): ReadonlyMap<string, string> {
  const pairs = (otherNames[country] ?? '').split(', ').filter((pair) => pair.includes('='));
  return new Map(pairs.map((pair): [string, string] => [plain(pair.split('=')[0] ?? ''), plain(pair.split('=')[1] ?? '')]));
}
