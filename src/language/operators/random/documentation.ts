import type { Documentation } from '../../documentation.ts';

export const randomDocumentation: Documentation = {
  title: 'Samples',
  forms: [
    { form: 'random 10%', meaning: 'A fixed tenth of all customers: the same ones tomorrow.', example: 'orders >= 1 and random 10%' },
    { form: 'random 10% seed "name"', meaning: 'Another fixed tenth for each name.', example: 'random 10% seed "spring test"' },
  ],
};
