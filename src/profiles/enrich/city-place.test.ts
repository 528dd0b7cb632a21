import { expect, test } from 'vitest';
import { cityKey, placesOfCities } from './city-place.ts';

test('a city is found however it is written, inside its country', () => {
  // Where each lies, from an atlas, to a quarter of a degree.
  const table: readonly (readonly [string, string, number, number])[] = [
    ['München', 'DE', 48.14, 11.58],
    ['Muenchen', 'DE', 48.14, 11.58],
    ['Munich', 'DE', 48.14, 11.58],
    ['KÖLN', 'DE', 50.94, 6.96],
    ['Cologne', 'DE', 50.94, 6.96],
    ['Nuernberg', 'DE', 49.45, 11.08],
    ['Zurich', 'CH', 47.37, 8.54],
    ['Wien', 'AT', 48.21, 16.37],
    ['Roma', 'IT', 41.9, 12.48],
    ['København', 'DK', 55.68, 12.57],
    ['Aarhus', 'DK', 56.16, 10.2],
    ['Malmo', 'SE', 55.61, 13],
    ['Łódź', 'PL', 51.77, 19.46],
    ['Den Haag', 'NL', 52.08, 4.3],
    ['Washington', 'US', 38.9, -77.04],
    ['New York', 'US', 40.71, -74.01],
    ['St Albans', 'GB', 51.75, -0.34],
  ];
  const places = placesOfCities(table.map(([city, country]) => ({ city, country })));
  for (const [city, country, latitude, longitude] of table) {
    const place = places.get(cityKey(city, country));
    expect(Math.abs((place?.latitude ?? 99) - latitude), city).toBeLessThan(0.25);
    expect(Math.abs((place?.longitude ?? 999) - longitude), city).toBeLessThan(0.25);
  }
  expect(placesOfCities([{ city: 'Atlantis', country: 'GB' }]).size).toBe(0);
});
