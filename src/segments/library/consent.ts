import { enough, type Survey } from './survey.ts';
import type { Template } from './template.ts';

/** Who may be written to. */
export const consent: readonly Template[] = [
  {
    id: 'may be e-mailed',
    needs: 'consent to e-mail marketing of some customers',
    make: (survey) =>
      (survey.traits.get('accepts_email')?.filled ?? 0) * survey.customers < enough(survey)
        ? []
        : [
            { name: 'May be e-mailed', text: 'accepts_email = true', note: 'Said yes to e-mail marketing. Combine it with any other segment before you send.' },
            { name: 'Said no to e-mail', text: 'accepts_email = false', note: 'Said no. Letters about an order are fine, marketing is not.' },
          ],
  },
  {
    id: 'consent unknown',
    needs: 'consent to e-mail marketing of some customers, and e-mail addresses of others who were never asked',
    make: (survey) =>
      // Where nothing at all is known of consent it would be everybody with an address, and stay that when the first answers come.
      !survey.traits.has('accepts_email') || unasked(survey) < enough(survey)
        ? []
        : [
            {
              name: 'Consent unknown',
              text: 'email is known and accepts_email is unknown',
              note: 'An address, and no word on marketing. Ask at the next order; do not send newsletters until then.',
            },
          ],
  },
];

/** At least so many have an address and no word on marketing. */
function unasked(survey: Survey): number {
  const filled = (name: string): number => survey.traits.get(name)?.filled ?? 0;
  return (filled('email') - filled('accepts_email')) * survey.customers;
}
