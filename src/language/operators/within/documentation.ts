import type { Documentation } from '../../documentation.ts';

export const withinDocumentation: Documentation = {
  title: 'Distance',
  forms: [
    {
      form: 'within 5 km of (latitude, longitude)',
      meaning: 'Lives at most that far away, as the crow flies. Unknown places are not within.',
      example: 'within 5 km of (53.80, -1.55)',
    },
    { form: 'within 3 miles of (latitude, longitude)', meaning: 'The same in miles.', example: 'within 3 miles of (51.51, -0.13)' },
  ],
};
