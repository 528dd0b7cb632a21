import { calledText, didEvent, notBought } from './event-names.ts';
import { enough, type Survey } from './survey.ts';
import type { Template } from './template.ts';

const visits = ['Page Viewed', 'Product List Viewed', 'Product Viewed', 'Products Searched'];
const anyOf = (names: readonly string[], window: string): string => names.map((name) => `count(${name} ${window}) >= 1`).join(' or ');

/** How far along they are, read from web events: awareness, consideration, decision, loyalty. */
export const journey: readonly Template[] = [
  {
    id: 'awareness',
    needs: 'web events of visits, and customers who have not ordered',
    make: (survey) => {
      const seen = visits.filter((name) => didEvent(survey, name) > 0).map((name) => calledText(survey, name));
      if (seen.length === 0 || survey.buyers >= survey.customers || !enoughVisits(survey)) return [];
      const looked = anyOf(seen, 'in last 30 days');
      return [
        {
          name: 'Journey: awareness',
          text: `${notBought(survey)} and count(${calledText(survey, 'Product Added')}) = 0 and ${seen.length > 1 ? `(${looked})` : looked}`,
          note: 'Have looked around, have not chosen. Say what you stand for and help them find their way.',
        },
      ];
    },
  },
  {
    id: 'consideration',
    needs: 'web event Product Viewed',
    make: (survey) =>
      didEvent(survey, 'Product Viewed') < enough(survey)
        ? []
        : [
            {
              name: 'Journey: consideration',
              text: `count(${calledText(survey, 'Product Viewed')} in last 14 days) >= 2 and count(${calledText(survey, 'Checkout Started')} in last 14 days) = 0 and ${notBought(survey, 'in last 14 days')}`,
              note: 'Comparing. Reviews, guides and samples decide now.',
            },
          ],
  },
  {
    id: 'decision',
    needs: 'web event Checkout Started',
    make: (survey) =>
      didEvent(survey, 'Checkout Started') < Math.min(5, enough(survey))
        ? []
        : [
            {
              name: 'Journey: decision',
              text: `${calledText(survey, 'Checkout Started')} then not ${calledText(survey, 'Order Completed')} within 1 day in last 14 days`,
              note: 'Stood at the till and did not finish. Look for what stopped them: delivery cost, payment, a form.',
            },
          ],
  },
  {
    id: 'loyalty',
    needs: 'web event Product Viewed, and orders',
    make: (survey) =>
      didEvent(survey, 'Product Viewed') < enough(survey) || survey.orders === undefined
        ? []
        : [
            {
              name: 'Journey: loyalty',
              text: `count(orders in last 12 months) >= 3 and count(${calledText(survey, 'Product Viewed')} in last 60 days) >= 1`,
              note: 'Buy again and still look around. Show what is new before everyone else sees it.',
            },
          ],
  },
];

const enoughVisits = (survey: Survey): boolean => visits.some((name) => didEvent(survey, name) >= enough(survey));
