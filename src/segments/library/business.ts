import { commonValues, enough, filledTrait } from './survey.ts';
import { quoted, type Template } from './template.ts';

/** Firms among the customers. */
export const business: readonly Template[] = [
  {
    id: 'companies',
    needs: 'company names of some customers',
    make: (survey) => {
      const trait = survey.traits.get('company');
      if (trait === undefined || trait.filled * survey.customers < Math.min(10, enough(survey)) || trait.filled > 0.97) return [];
      return [
        {
          name: 'Business customers',
          text: 'company is known',
          note: 'They buy for a firm. Offer invoices, larger packs and a named contact, and write in working hours.',
        },
        ...(trait.filled < 0.1
          ? []
          : [{ name: 'Private customers', text: 'company is unknown', note: 'Nobody who gave a company name. Keep trade offers away from this group.' }]),
      ];
    },
  },
  {
    id: 'industries',
    needs: 'industry of some customers',
    make: (survey) =>
      commonValues(survey, filledTrait(survey, 'industry', 0.02), 4).map(({ value }) => ({
        name: `Industry: ${value}`,
        text: `industry = ${quoted(value)}`,
        note: `Firms in ${value}. Show how others in their trade use what you sell.`,
      })),
  },
  {
    id: 'company size',
    needs: 'company size of some customers',
    make: (survey) => {
      const trait = filledTrait(survey, 'company_size', 0.02);
      if (trait?.type === 'number') {
        return [{ name: 'Larger firms', text: 'company_size >= 50', note: 'Fifty people or more. Worth a call and a quote rather than a newsletter.' }];
      }
      return commonValues(survey, trait, 3).map(({ value }) => ({
        name: `Company size: ${value}`,
        text: `company_size = ${quoted(value)}`,
        note: 'Size decides how a firm buys: the smaller the simpler, the larger the more people have to agree.',
      }));
    },
  },
];
