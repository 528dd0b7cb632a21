/**
 * Postcode areas of the United Kingdom that lie (to well over 99% of addresses) inside one region. Areas that straddle a
 * border of regions (`CH`, `S`, `PE`, `TW`, …) are left out on purpose: their region would be a guess.
 */
const areasOfRegion = Object.freeze({
  Scotland: 'AB DD DG EH FK G HS IV KA KW KY ML PA PH ZE',
  Wales: 'CF LL SA',
  'Northern Ireland': 'BT',
  London: 'E EC N NW SE SW W WC',
  'North East': 'DH NE SR',
  'North West': 'BB BL CA FY L M PR WA WN',
  'Yorkshire and the Humber': 'BD HD HG HU HX LS WF YO',
  'East Midlands': 'LE NG',
  'West Midlands': 'B DY TF WS WV',
  'East of England': 'AL CB CM CO IP NR SG SS',
  'South East': 'BN CT GU ME PO RG RH SO TN',
  'South West': 'BA BS DT EX PL TA TQ TR',
});

const straddling = 'BH BR CH CR CV CW DA DE DL DN EN GL HA HP HR IG KT LA LD LN LU MK NN NP OL OX PE RM S SK SL SM SN SP ST SY TD TS TW UB WD WR';

export const regionOfArea: ReadonlyMap<string, string> = new Map(
  Object.entries(areasOfRegion).flatMap(([region, areas]) => areas.split(' ').map((area): [string, string] => [area, region])),
);

/** Every area of Great Britain and Northern Ireland; `GY`, `IM` and `JE` are countries of their own. */
export const britishAreas: ReadonlySet<string> = new Set([...regionOfArea.keys(), ...straddling.split(' ')]);
