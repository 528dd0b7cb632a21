import { quoted, type Template } from './template.ts';

const stages: Readonly<Record<string, { readonly name: string; readonly note: string }>> = {
  prospect: { name: 'Prospects', note: 'Known, and never ordered. Help with the first choice; a sample beats a discount.' },
  new: { name: 'New customers', note: 'First order in the last weeks. Welcome them, help them use it, and ask how it went.' },
  active: { name: 'Active customers', note: 'Buying now. Do not disturb: news and thanks, few offers.' },
  loyal: {
    name: 'Loyal customers',
    note: 'Many orders and high value. Ask for reviews and recommendations, and never let them hear a price rise from others.',
  },
  occasional: { name: 'Occasional customers', note: 'Come now and then. Find their occasion, and write just before it.' },
  'at risk': { name: 'At-risk customers', note: 'Slipping away: quiet for longer than is good. Win-back works best at this stage.' },
  churned: { name: 'Churned customers', note: 'Gone. One honest question why is worth more than a discount.' },
};

/** Where they are between first meeting and goodbye, as the workspace's lifecycle says. */
export const lifecycle: readonly Template[] = [
  {
    id: 'lifecycle stages',
    whole: true,
    needs: 'orders of at least 20 customers',
    make: (survey) =>
      (survey.orders === undefined ? [] : (survey.traits.get('lifecycle')?.values ?? [])).map(({ value }) => ({
        name: stages[value.toLowerCase()]?.name ?? `Stage: ${value}`,
        text: `lifecycle = ${quoted(value)}`,
        note: stages[value.toLowerCase()]?.note ?? 'A stage of your own lifecycle. Say here what you do with it.',
      })),
  },
];
