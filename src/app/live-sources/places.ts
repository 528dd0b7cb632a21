import { existsSync } from 'node:fs';
import { type CityResponse, open } from 'maxmind';
import type { Place } from '../../collect/index.ts';

/**
 * Where an address is, from a database in MaxMind's format that the owner has put into the workspace's folder (GeoLite2 City, DB-IP City Lite, …); nothing is ever asked
 * of anybody else. As coarse as a city: no coordinates.
 */
export async function openPlaces(file: string): Promise<(address: string) => Place | undefined> {
  if (!existsSync(file)) return () => undefined;
  const reader = await open<CityResponse>(file);
  return (address) => {
    try {
      const found = reader.get(address.replace(/^::ffff:/i, ''));
      return found === null ? undefined : placeOf(found);
    } catch {
      // Not an address.
      return undefined;
    }
  };
}

function placeOf({ country, subdivisions, city, location }: CityResponse): Place | undefined {
  const place = {
    ...(country?.iso_code === undefined ? {} : { country: country.iso_code }),
    ...(subdivisions?.[0]?.names?.en === undefined ? {} : { region: subdivisions[0].names.en }),
    ...(city?.names?.en === undefined ? {} : { city: city.names.en }),
    ...(location?.time_zone === undefined ? {} : { timezone: location.time_zone }),
  };
  return Object.keys(place).length === 0 ? undefined : place;
}
