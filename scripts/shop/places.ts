/** Where customers live. Numbers are from the ranges that are kept free for fiction, so nobody can be rung by mistake. */
export type Place = { readonly city: string; readonly country: string; readonly postcodes: readonly [string, ...string[]]; readonly phone?: string };

/** With how many customers live there. `#` is a digit of a postcode outside Britain. */
export const places: readonly (readonly [Place, number])[] = [
  [{ city: 'London', country: 'GB', postcodes: ['N1', 'E8', 'SE15', 'SW9', 'W6', 'NW5'], phone: '020 7946 0' }, 17],
  [{ city: 'Leeds', country: 'GB', postcodes: ['LS1', 'LS6', 'LS8', 'LS17'], phone: '0113 496 0' }, 14],
  [{ city: 'Manchester', country: 'GB', postcodes: ['M1', 'M4', 'M20', 'M21'], phone: '0161 496 0' }, 9],
  [{ city: 'Sheffield', country: 'GB', postcodes: ['S1', 'S7', 'S11'], phone: '0114 496 0' }, 7],
  [{ city: 'Bristol', country: 'GB', postcodes: ['BS1', 'BS3', 'BS6'], phone: '0117 496 0' }, 6],
  [{ city: 'Birmingham', country: 'GB', postcodes: ['B1', 'B13', 'B29'], phone: '0121 496 0' }, 6],
  [{ city: 'Edinburgh', country: 'GB', postcodes: ['EH1', 'EH6', 'EH10'], phone: '0131 496 0' }, 5],
  [{ city: 'Glasgow', country: 'GB', postcodes: ['G1', 'G12', 'G42'], phone: '0141 496 0' }, 4],
  [{ city: 'Nottingham', country: 'GB', postcodes: ['NG1', 'NG7'], phone: '0115 496 0' }, 4],
  [{ city: 'Liverpool', country: 'GB', postcodes: ['L1', 'L17'], phone: '0151 496 0' }, 4],
  [{ city: 'York', country: 'GB', postcodes: ['YO1', 'YO10', 'YO31'] }, 4],
  [{ city: 'Brighton', country: 'GB', postcodes: ['BN1', 'BN2'] }, 3],
  [{ city: 'Reading', country: 'GB', postcodes: ['RG1', 'RG30'], phone: '0118 496 0' }, 2],
  [{ city: 'Leicester', country: 'GB', postcodes: ['LE1', 'LE2'], phone: '0116 496 0' }, 2],
  [{ city: 'Norwich', country: 'GB', postcodes: ['NR1', 'NR2'] }, 2],
  [{ city: 'Cambridge', country: 'GB', postcodes: ['CB1', 'CB4'] }, 2],
  [{ city: 'Hebden Bridge', country: 'GB', postcodes: ['HX7'] }, 1],
  [{ city: 'Dublin', country: 'IE', postcodes: ['D02 X###', 'D08 Y###'] }, 3],
  [{ city: 'Paris', country: 'FR', postcodes: ['7500#', '7501#'] }, 1],
  [{ city: 'Berlin', country: 'DE', postcodes: ['1011#', '1099#'] }, 2],
  [{ city: 'Amsterdam', country: 'NL', postcodes: ['101# AB', '105# KL'] }, 1],
  [{ city: 'Portland', country: 'US', postcodes: ['9720#', '9721#'] }, 1],
];
