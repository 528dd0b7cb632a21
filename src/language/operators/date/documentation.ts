import type { Documentation } from '../../documentation.ts';

export const dateDocumentation: Documentation = {
  title: 'Dates of a customer',
  forms: [
    {
      form: 'x in last 30 days',
      meaning: 'The date lies in the window; every window of the table above can follow the name of a date.',
      example: 'signed_up_at in last 30 days',
    },
    {
      form: 'x in next 14 days',
      meaning: 'The date lies ahead, at most that far. For a birthday the year does not matter, and 29 February counts as the 28th in common years.',
      example: 'birthday in next 14 days',
    },
  ],
};
