import { type CheckContext, reportError } from '../../check/context.ts';
import type { Within } from '../../tree.ts';

/** Half of the way around the earth. */
const furthest = { km: 20_040, mi: 12_450 } as const;

export function checkWithin(condition: Within, context: CheckContext): Within {
  checkPlaces(condition, context);
  const { distance, unit, latitude, longitude } = condition;
  if (!(distance > 0 && distance <= furthest[unit])) {
    reportError(
      context,
      condition,
      'distance',
      'place.range',
      `A distance of ${distance} ${unit} is none on this earth.`,
      `Write a distance above 0 and up to ${furthest[unit]} ${unit}.`,
    );
  }
  const swapped = Math.abs(latitude) > 90 && Math.abs(longitude) <= 90 && Math.abs(latitude) <= 180;
  if (!(latitude >= -90 && latitude <= 90)) {
    const hint = swapped ? `Latitude comes first: (${longitude}, ${latitude}).` : 'Latitudes go from -90 to 90.';
    reportError(context, condition, 'latitude', 'place.range', `There is no latitude ${latitude}.`, hint);
  }
  if (!(longitude >= -180 && longitude <= 180)) {
    reportError(context, condition, 'longitude', 'place.range', `There is no longitude ${longitude}.`, 'Longitudes go from -180 to 180.');
  }
  return condition;
}

/** Distances need the traits `latitude` and `longitude`, which enrichment fills from cities. */
function checkPlaces(condition: Within, context: CheckContext): void {
  if (context.attribute('latitude') !== undefined && context.attribute('longitude') !== undefined) return;
  reportError(
    context,
    condition,
    undefined,
    'name.unknown',
    'It is not known yet where customers live.',
    'Import customers with a city, or with latitude and longitude.',
  );
}
