import { commonValues, filledTrait } from './survey.ts';
import { quoted, type Template } from './template.ts';

/** The language they read. */
export const language: readonly Template[] = [
  {
    id: 'languages',
    needs: 'language of at least a fifth of the customers, and more than one language',
    make: (survey) => {
      const trait = filledTrait(survey, 'language') ?? filledTrait(survey, 'locale');
      return commonValues(survey, trait, 4).map(({ value }) => ({
        name: `Reads ${languageName(value)}`,
        text: `${trait?.name ?? 'language'} = ${quoted(value)}`,
        note: `Write to them in ${languageName(value)}, and mind the holidays and customs that come with it.`,
      }));
    },
  },
];

/** `de` and `de-AT` as `German`, `Austrian German`; anything else as it is. */
function languageName(value: string): string {
  if (!/^[a-z]{2,3}([-_][a-z]{2})?$/i.test(value)) return value;
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(value.replace('_', '-')) ?? value;
  } catch {
    return value;
  }
}
