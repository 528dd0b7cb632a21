import type { Documentation } from '../../documentation.ts';

export const sequenceDocumentation: Documentation = {
  title: 'Sequences',
  forms: [
    {
      form: 'A then B',
      meaning: 'A B came after an A. A step is an event in quotes, or orders, returns, items, reviews, tickets, surveys.',
      example: '"Product Added" then "Checkout Started"',
    },
    { form: 'A then B within 2 days', meaning: 'At most that long after the step before.', example: '"Email Opened" then orders within 2 days' },
    {
      form: 'A then not B within 1 day',
      meaning: 'No B came in that time, and the time is over. Without `within`: none came since.',
      example: '"Checkout Started" then not "Order Completed" within 1 day',
    },
    {
      form: 'A then B in last 14 days',
      meaning: 'The first step lies in the window.',
      example: '"Product Added" then "Checkout Started" within 2 days then not "Order Completed" within 1 day in last 14 days',
    },
    {
      form: 'A where c then B',
      meaning: 'A condition on the facts of a step; several stand in parentheses.',
      example: '"Product Viewed" where (category = "Beans" and value > 20) then not orders within 3 days',
    },
  ],
};
