import { calledText, didEvent, notBought } from './event-names.ts';
import { enough, type OrderHabits, type Survey } from './survey.ts';
import { type Draft, quoted, type Template } from './template.ts';
import { lapseDays } from './limits.ts';

/** What they do: how often, how lately, what, when and how they buy. */
export const behavioural: readonly Template[] = [
  { id: 'frequent buyers', needs: 'orders of at least 20 customers', make: ifOrders(frequent) },
  {
    id: 'one-time buyers',
    needs: 'orders of at least 20 customers',
    make: ifOrders(() => [
      {
        name: 'One-time buyers',
        text: 'orders = 1',
        note: 'The second order is the hardest to win and worth the most. Write once about what goes with their first order, then leave it.',
      },
    ]),
  },
  { id: 'lapsed regulars', needs: 'orders of at least 20 customers', make: ifOrders(lapsed) },
  { id: 'category buyers', needs: 'order lines with a category', make: categories },
  {
    id: 'coupon users',
    needs: 'discounts or coupons on orders',
    make: ifOrders((habits, survey) =>
      habits.couponUsers < enough(survey)
        ? []
        : [
            {
              name: 'Buys with discounts',
              text: 'discount_share >= 0.5 and orders >= 2',
              note: 'At least half of their orders carried a discount. Try a gift or early access instead of the next discount, and watch the margin.',
            },
          ],
    ),
  },
  {
    id: 'returners',
    needs: 'returns',
    make: ifOrders((habits, survey) =>
      habits.returners < enough(survey)
        ? []
        : [
            {
              name: 'Often returns',
              text: 'return_share >= 0.2',
              note: 'A fifth or more of what they paid came back. Look at what they return first: it is usually a product that is described badly.',
            },
          ],
    ),
  },
  { id: 'weekend shoppers', needs: 'orders with dates', make: ifOrders(weekend) },
  { id: 'time of day', needs: 'orders with clock times', make: ifOrders(dayParts) },
  { id: 'order channels', needs: 'orders through more than one channel', make: ifOrders(channels) },
  {
    id: 'abandoned carts',
    needs: 'web events Product Added or Checkout Started',
    make: (survey) =>
      didEvent(survey, 'Product Added') < enough(survey)
        ? []
        : [
            {
              name: 'Left something in the cart',
              text: `count(${calledText(survey, 'Product Added')} in last 14 days) >= 1 and ${notBought(survey, 'in last 14 days')}`,
              note: 'They chose something and did not order. One reminder within a day or two works best; a third only annoys.',
            },
          ],
  },
  {
    id: 'browsers',
    needs: 'web event Product Viewed',
    make: (survey) =>
      didEvent(survey, 'Product Viewed') < enough(survey)
        ? []
        : [
            {
              name: 'Browsing, not buying',
              text: `count(${calledText(survey, 'Product Viewed')} in last 30 days) >= 3 and ${notBought(survey, 'in last 30 days')}`,
              note: 'Interested now. Help them choose: a guide, a comparison or a sample says more than a discount.',
            },
          ],
  },
];

function ifOrders(make: (habits: OrderHabits, survey: Survey) => readonly Draft[]): Template['make'] {
  return (survey) => (survey.orders === undefined ? [] : make(survey.orders, survey));
}

function frequent(habits: OrderHabits): readonly Draft[] {
  const many = Math.max(3, Math.ceil(habits.manyOrders));
  return [
    {
      name: 'Frequent buyers',
      text: `count(orders in last 12 months) >= ${many}`,
      note: `${many} or more orders in a year, which about one buyer in five reaches here. Offer a subscription or a standing order.`,
    },
  ];
}

function lapsed(habits: OrderHabits): readonly Draft[] {
  const days = lapseDays(habits);
  return [
    {
      name: 'Lapsed regulars',
      text: `orders >= 3 and days since last order > ${days}`,
      note: `Regulars who slipped away: they came back at least twice and have not ordered for more than ${days} days, longer than nine in ten customers of yours wait. Ask what changed before you offer anything.`,
    },
  ];
}

function categories(survey: Survey): readonly Draft[] {
  const fits = survey.categories.filter((each) => each.customers >= enough(survey) && each.customers <= 0.8 * Math.max(1, survey.buyers));
  return fits.slice(0, 5).map(({ value }) => ({
    name: `Buys ${value}`,
    text: `count(items where category = ${quoted(value)} in last 12 months) >= 1`,
    note: `Bought from ${value} in the last year. News, refills and what goes with it belong to this group first.`,
  }));
}

function weekend(habits: OrderHabits, survey: Survey): readonly Draft[] {
  const people = habits.weekdays.filter(({ value }) => value === 'Saturday' || value === 'Sunday').reduce((sum, each) => sum + each.customers, 0);
  if (people < enough(survey)) return [];
  return [
    {
      name: 'Weekend shoppers',
      text: 'favourite_weekday in ("Saturday", "Sunday") and orders >= 2',
      note: 'They shop when they have time. Send on Friday evening or Saturday morning, and be ready to answer then.',
    },
  ];
}

function dayParts(habits: OrderHabits, survey: Survey): readonly Draft[] {
  if (habits.hours.length < 4) return [];
  const parts = [
    { name: 'Morning shoppers', from: 5, to: 10, when: 'early, before ten' },
    { name: 'Evening shoppers', from: 18, to: 23, when: 'late in the afternoon' },
  ];
  return parts
    .filter(
      ({ from, to }) =>
        habits.hours.filter(({ value }) => Number(value) >= from && Number(value) <= to).reduce((sum, each) => sum + each.customers, 0) >= enough(survey),
    )
    .map(({ name, from, to, when }) => ({
      name,
      text: `favourite_hour between ${from} and ${to} and orders >= 2`,
      note: `Most of their orders fall between ${from} and ${to + 1} o'clock. Send ${when} so that your message is on top when they shop.`,
    }));
}

function channels(habits: OrderHabits, survey: Survey): readonly Draft[] {
  const fits = habits.channels.filter((each) => each.customers >= enough(survey) && each.customers <= 0.8 * Math.max(1, survey.buyers));
  return fits.slice(0, 2).map(({ value }) => ({
    name: `Mostly orders by ${value}`,
    text: `favourite_channel = ${quoted(value)}`,
    note: `Meet them where they already buy: put news for this group on ${value} first.`,
  }));
}
