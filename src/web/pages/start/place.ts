const euro = 'AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MC ME MT NL PT SI SK SM VA XK AD';
const dollar = 'US PR EC SV GU';
const others =
  'AE:AED AL:ALL AR:ARS AU:AUD BA:BAM BD:BDT BO:BOB BR:BRL CA:CAD CH:CHF CL:CLP CN:CNY CO:COP CR:CRC CZ:CZK DK:DKK DO:DOP EG:EGP GB:GBP GE:GEL GT:GTQ HK:HKD HU:HUF ID:IDR IL:ILS IN:INR IS:ISK JM:JMD JP:JPY KE:KES KR:KRW KZ:KZT LI:CHF LK:LKR MA:MAD MD:MDL MK:MKD MX:MXN MY:MYR NG:NGN NO:NOK NZ:NZD PE:PEN PH:PHP PK:PKR PL:PLN PY:PYG QA:QAR RO:RON RS:RSD SA:SAR SE:SEK SG:SGD TH:THB TN:TND TR:TRY TW:TWD UA:UAH UY:UYU VN:VND ZA:ZAR';

/** The money of a country (ISO 4217), where shops of it mostly sell in one. */
const currencies: ReadonlyMap<string, string> = new Map([
  ...euro.split(' ').map((code) => [code, 'EUR'] as const),
  ...dollar.split(' ').map((code) => [code, 'USD'] as const),
  ...others.split(' ').map((pair) => [pair.slice(0, 2), pair.slice(3)] as const),
]);

export const currencyOf = (country: string): string | undefined => currencies.get(country);

type WithZones = Intl.Locale & { readonly getTimeZones?: () => readonly string[] | undefined };

/** The country whose clocks show this zone; undefined where several do, or the browser does not know. */
export function countryOf(zone: string, countries: readonly string[]): string | undefined {
  const found = countries.filter((code) => (new Intl.Locale(`und-${code}`) as WithZones).getTimeZones?.()?.includes(zone) === true);
  return found.length === 1 ? found[0] : undefined;
}
