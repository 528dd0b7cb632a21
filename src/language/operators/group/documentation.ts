import type { Documentation } from '../../documentation.ts';

export const groupDocumentation: Documentation = {
  title: 'Joining conditions',
  forms: [
    { form: 'a and b', meaning: 'Both hold. Binds closer than `or`.', example: 'country = "GB" and orders >= 3' },
    { form: 'a or b', meaning: 'At least one holds.', example: 'city = "Leeds" or city = "York"' },
    { form: '(…)', meaning: 'Taken together first.', example: '(city = "Leeds" or city = "York") and orders >= 3' },
    { form: 'all of (a, b, …)', meaning: 'Every condition of the list holds: another way to write `and`.', example: 'all of (orders >= 3, country = "GB")' },
    {
      form: 'any of (a, b, …)',
      meaning: 'At least one condition of the list holds: another way to write `or`.',
      example: 'any of (country = "US", country = "CA")',
    },
    { form: 'none of (a, b, …)', meaning: 'No condition of the list holds.', example: 'none of (in segment "Staff", email contains "+test")' },
  ],
};
