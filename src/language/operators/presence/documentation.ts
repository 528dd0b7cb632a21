import type { Documentation } from '../../documentation.ts';

export const presenceDocumentation: Documentation = {
  title: 'Known or not',
  forms: [
    { form: 'x is known', meaning: 'There is a value. An empty or all-blank text is none.', example: 'birthday is known' },
    { form: 'x is unknown', meaning: 'There is no value. Also written `is not known`.', example: 'city is unknown' },
  ],
};
