import type { Documentation } from '../../documentation.ts';

export const inSegmentDocumentation: Documentation = {
  title: 'Segments in segments',
  forms: [
    { form: 'in segment "name"', meaning: 'A member of another segment, named by its name or its slug.', example: 'in segment "Wholesale buyers"' },
    { form: 'not in segment "name"', meaning: 'No member of it.', example: 'orders >= 3 and not in segment "Wholesale buyers"' },
  ],
};
