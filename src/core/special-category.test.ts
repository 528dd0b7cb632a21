import { expect, test } from 'vitest';
import { isSpecialCategory } from './special-category.ts';

// The list of article 9, 1 of the General Data Protection Regulation, as columns call it; and words that only look like it.
test('special categories of personal data are told by their names', () => {
  for (const name of [
    'race',
    'Ethnicity',
    'ethnic_origin',
    'political party',
    'religion',
    'union_member',
    'healthStatus',
    'disability',
    'genetic-data',
    'sexual_orientation',
    'customer_religion',
  ])
    expect([name, isSpecialCategory(name)]).toEqual([name, true]);
  for (const name of [
    'race_distance',
    'gender',
    'sex',
    'party_size',
    'health_food_buyer',
    'orientation',
    'credit_union',
    'union',
    'interests',
    'pregnancy_class',
  ])
    expect([name, isSpecialCategory(name)]).toEqual([name, false]);
});
