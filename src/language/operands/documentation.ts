import type { Documentation } from '../documentation.ts';
import type { Aggregate } from '../tree.ts';

const functions: Readonly<Record<Aggregate['function'], readonly [form: string, meaning: string, example: string]>> = {
  count: ['count(facts)', 'How many there are; 0 when there are none.', 'count("Product Viewed" in last 30 days) >= 2'],
  sum: ['sum(facts.field)', 'The values added up; 0 when there are none.', 'sum(orders.total in last 12 months) > 500'],
  avg: ['avg(facts.field)', 'Their mean; unknown when there are none.', 'avg(reviews.rating) < 3'],
  min: ['min(facts.field)', 'The smallest; unknown when there are none.', 'min(orders.total) >= 20'],
  max: ['max(facts.field)', 'The largest; unknown when there are none.', 'max(orders.total in last 2 years) > 200'],
  distinct: [
    'distinct(facts.field)',
    'How many different values; 0 when there are none. Of `items.order_id`: in how many orders.',
    'distinct(items.category) >= 3',
  ],
};

export const operandDocumentation: Documentation = {
  title: 'What can be asked about',
  forms: [
    { form: 'name', meaning: 'A trait or a feature. Words may be written apart, and letter case does not matter.', example: 'average order value > 40' },
    { form: '"any name"', meaning: 'The same, for names with other signs in them or with words of the language.', example: '"rfm.segment" = "Champions"' },
    ...Object.values(functions).map(([form, meaning, example]) => ({ form, meaning, example })),
    {
      form: 'orders',
      meaning: 'Alone, short for `count(orders)`; likewise items, returns, reviews, tickets, surveys.',
      example: 'orders >= 3 and returns = 0',
    },
    {
      form: 'facts where condition',
      meaning: 'Only facts for which the condition on their own fields holds.',
      example: 'count(orders where total >= 50 and channel = "web" in last 6 months) between 2 and 5',
    },
    {
      form: 'days since last fact',
      meaning: 'Time since the newest one, in days of 24 hours; unknown when there is none. `=`, `!=`, `in` and `not in` compare completed days.',
      example: 'days since last order > 60',
    },
    { form: 'days since first fact', meaning: 'Time since the oldest one.', example: 'days since first "Product Viewed" <= 7' },
  ],
};
