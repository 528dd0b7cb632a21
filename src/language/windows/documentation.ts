import type { Documentation } from '../documentation.ts';

export const windowDocumentation: Documentation = {
  title: 'Windows of time',
  forms: [
    {
      form: 'in last N minutes',
      meaning: 'Later than N minutes ago, up to now. Also hours, days and weeks: a day is 24 hours, a week 7 days.',
      example: 'count("Product Viewed" in last 90 minutes) >= 1',
    },
    { form: 'in last N days', meaning: 'Something exactly N days old is out.', example: 'count(orders in last 90 days) >= 3' },
    {
      form: 'in last N months',
      meaning: 'By the calendar of the workspace, at the same clock time; also years. 31 March less a month is the end of February.',
      example: 'count(orders in last 6 months) = 0',
    },
    { form: 'today', meaning: 'The local day so far; `yesterday` the one before.', example: 'count("Product Viewed" today) >= 1' },
    { form: 'yesterday', meaning: 'The whole local day before today.', example: 'count(orders yesterday) >= 1' },
    {
      form: 'this week',
      meaning: 'The calendar period that now is in; also `this month`, `this quarter`, `this year`. Weeks start as the workspace says.',
      example: 'count(orders this week) >= 1',
    },
    {
      form: 'last month',
      meaning: 'The whole calendar period before this one; also `last week`, `last quarter`, `last year`.',
      example: 'sum(orders.total last month) > 100',
    },
    {
      form: 'between 2026-01-01 and 2026-03-31',
      meaning: 'Both days included; with clock times, both instants included.',
      example: 'count(orders between 2026-01-01 and 2026-03-31) >= 1',
    },
    { form: 'before 2026-01-31', meaning: 'Before the first instant of that day.', example: 'count(orders before 2026-01-31) >= 1' },
    { form: 'after 2026-01-31', meaning: 'After the last instant of that day.', example: 'count(orders after 2026-01-31T18:00) = 0' },
    { form: 'on 2026-01-31', meaning: 'On that local day.', example: 'count(orders on 2026-01-31) >= 1' },
  ],
};
