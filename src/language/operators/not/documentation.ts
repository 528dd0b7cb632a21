import type { Documentation } from '../../documentation.ts';

export const notDocumentation: Documentation = {
  title: 'Negation',
  forms: [
    {
      form: 'not a',
      meaning: 'The condition does not hold. Customers for whom it could not be told, because a value is unknown, are included.',
      example: 'not country = "GB"',
    },
  ],
};
