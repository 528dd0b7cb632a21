import { commonValues, enough, filledTrait, type Survey } from './survey.ts';
import { type Draft, quoted, type Template } from './template.ts';

/** Where they live. */
export const geographic: readonly Template[] = [
  { id: 'countries', needs: 'country of at least a fifth of the customers, and more than one country', make: countries },
  { id: 'regions', needs: 'region of at least a fifth of the customers', make: (survey) => places(survey, 'region', 3) },
  { id: 'cities', needs: 'city of at least a fifth of the customers', make: cities },
  { id: 'near the largest place', needs: 'coordinates, given or found from the city', make: nearby },
  {
    id: 'urban and rural',
    needs: 'cities that are known by name and country',
    make: (survey) => {
      const trait = filledTrait(survey, 'urban_rural') ?? filledTrait(survey, 'urbanity');
      return commonValues(survey, trait, 3).map(({ value }) => ({
        name: `Home is ${value}`,
        text: `${trait?.name ?? 'urban_rural'} = ${quoted(value)}`,
        note: 'Town and country differ in delivery, in choice nearby and in what is worth a visit. Set delivery promises and pick-up offers by it.',
      }));
    },
  },
  {
    id: 'climate',
    needs: 'cities that are known by name and country',
    make: (survey) => {
      const trait = filledTrait(survey, 'climate_zone') ?? filledTrait(survey, 'climate');
      return commonValues(survey, trait, 3).map(({ value }) => ({
        name: `Climate: ${value}`,
        text: `${trait?.name ?? 'climate_zone'} = ${quoted(value)}`,
        note: 'Seasons come earlier or later here. Time seasonal lines by this climate rather than by the calendar at home.',
      }));
    },
  },
];

function countries(survey: Survey): readonly Draft[] {
  const trait = filledTrait(survey, 'country');
  const [home, ...others] = trait?.values ?? [];
  if (trait === undefined || home === undefined || others.length === 0) return [];
  const named = commonValues(survey, trait, 4).map(({ value }) => ({
    name: countryName(value),
    text: `country = ${quoted(value)}`,
    note: `Customers in ${countryName(value)}. Speak of delivery, returns and prices as they apply there.`,
  }));
  const abroad = others.reduce((sum, each) => sum + each.customers, 0);
  if (abroad < enough(survey)) return named;
  return [
    ...named,
    {
      name: `Outside ${countryName(home.value)}`,
      text: `country != ${quoted(home.value)}`,
      note: `Customers abroad, wherever their country is known. Delivery cost and time decide here: show them before the price.`,
    },
  ];
}

/** Cities, less those that are a region of the same name. */
function cities(survey: Survey): readonly Draft[] {
  const regions = new Set(places(survey, 'region', 3).map(({ text }) => text.replace('region', 'city')));
  return places(survey, 'city', 6)
    .filter(({ text }) => !regions.has(text))
    .slice(0, 3);
}

function places(survey: Survey, name: 'region' | 'city', limit: number): readonly Draft[] {
  return commonValues(survey, filledTrait(survey, name), limit).map(({ value }) => ({
    name: `${name === 'region' ? 'Region' : 'City'}: ${value}`,
    text: `${name} = ${quoted(value)}`,
    note: `Customers in ${value}. Worth a local event, a stockist or same-day delivery when the group is large enough.`,
  }));
}

function nearby(survey: Survey): readonly Draft[] {
  const { centre } = survey;
  if (centre === undefined || centre.customers < enough(survey)) return [];
  // Where nearly all of them live in the place itself, its own segment says the same.
  const inside = survey.traits.get('city')?.values.find(({ value }) => value === centre.name)?.customers ?? 0;
  if (inside > 0.9 * centre.customers) return [];
  return [
    {
      name: `Within 25 km of ${centre.name}`,
      text: `within 25 km of (${centre.latitude.toFixed(2)}, ${centre.longitude.toFixed(2)})`,
      note: `Near enough to ${centre.name} to come by. Invite them to the shop, a tasting or a pick-up point.`,
    },
  ];
}

/** `DE` as Germany; anything that is no ISO code as it is. */
function countryName(value: string): string {
  if (!/^[A-Z]{2}$/.test(value)) return value;
  return new Intl.DisplayNames(['en'], { type: 'region' }).of(value) ?? value;
}
