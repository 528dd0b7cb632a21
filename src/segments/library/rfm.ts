import { enough, type Survey } from './survey.ts';
import { quoted, type Template } from './template.ts';

const notes: Readonly<Record<string, string>> = {
  Champions: 'Ordered lately and often. Thank them, show them new things first, ask them for a review or a friend.',
  Loyal: 'Come back again and again. Keep what they like in stock and tell them early.',
  'Potential Loyalists': 'Recent, with a second or third order. Suggest what regulars bought next.',
  New: 'Their first order was a moment ago. Make it easy to use well, and say what comes next.',
  Promising: 'One order, not long ago. A friendly second reason to come is enough.',
  'Need Attention': 'Middling in everything, and slowing. A reminder of what they liked works now and not in two months.',
  'About to Sleep': 'Few orders and getting long ago. Try once with their favourite, then save your effort.',
  'At Risk': 'Used to come, and stopped. Ask what went wrong and give a reason to return.',
  "Can't Lose Them": 'Among your most frequent, gone quiet. Call or write in person: each one is worth the time.',
  Hibernating: 'Few orders, long ago. Leave them out of costly campaigns.',
};

/** A stage of the lifecycle has the same name, near enough: `At Risk` and at risk, of other people. */
const isStage = (value: string, survey: Survey): boolean =>
  survey.traits.get('lifecycle')?.values.some((stage) => stage.value.toLowerCase() === value.toLowerCase()) === true;

/** The groups of recency and frequency. */
export const rfm: readonly Template[] = [
  {
    id: 'RFM groups',
    whole: true,
    needs: 'orders of at least 20 customers',
    make: (survey) => {
      const groups = survey.traits.get('rfm.segment')?.values ?? survey.traits.get('rfm_segment')?.values ?? [];
      if (survey.orders === undefined) return [];
      const small = Math.min(5, enough(survey));
      return groups
        .filter((each) => each.customers >= small)
        .map(({ value }) => ({
          name: isStage(value, survey) ? `${value} (RFM)` : value,
          slug: value,
          text: `rfm.segment = ${quoted(value)}`,
          note: notes[value] ?? 'A group of your own RFM map. Say here what you do with it.',
        }));
    },
  },
];
