import { sql } from '../../sql/index.ts';
import { all, attribute, dated, lastDays, not, quietFor } from '../base/conditions.ts';
import type { InsightContext } from '../base/context.ts';
import { counted } from '../report/words.ts';
import type { SecondOrders } from './habits.ts';
import { isSlipping, overdueFrom, overdueTo, pace } from './slipping.ts';
import { type FeatureStep, lift } from './step.ts';

const year = 365;

/**
 * The steps that features alone tell. `quiet` is the number of days after which a customer has gone quiet here. With a value model that acts (`foretold`)
 * the money of those who stay away is what the model expects to lose with them, as on the list of whom to call.
 */
export function featureSteps(context: InsightContext, quiet: number, second: SecondOrders | undefined, foretold: boolean): readonly FeatureStep[] {
  const always = [bestGoneQuiet(context, quiet, foretold), slippingRegulars(context, foretold), nearTopTier(context, quiet), unreadMail()];
  return second === undefined ? always : [...always, secondOrderDue(context, second), noSecondOrder(context, second)];
}

const atStake = sql`f.predicted_at_stake`;
const foretells = ({ words }: InsightContext, amount: number): string =>
  `What the value model expects of each in 12 months times the chance that none of it comes: ${words.money(Math.round(amount))} that can still be saved.`;

const bestGoneQuiet = (context: InsightContext, quiet: number, foretold: boolean): FeatureStep => ({
  kind: 'best_gone_quiet',
  where: sql`f.value_tier = 'high' and f.days_since_last_order > ${quiet} and f.days_since_last_order <= ${quiet + year}`,
  amount: foretold ? atStake : pace,
  expression: all(attribute('value_tier', '=', 'high'), quietFor('>', quiet), quietFor('<=', quiet + year)),
  words: (people, amount, { least, most }) => ({
    title: `${counted(people, 'of your best customers', 'of your best customers')} ${people === 1 ? 'has' : 'have'} gone quiet`,
    why: `They are among the fifth that spent most, and ordered last ${least === most ? '' : `${least} to `}${counted(most, 'day')} ago.`,
    action: 'Write to each in person and ask how it is going, before you offer anything.',
    segment_name: 'Best customers gone quiet',
    money_per_year: foretold ? amount : lift * amount,
    reckoning: foretold
      ? foretells(context, amount)
      : `Assumes that one in ten comes back to the ${context.words.money(Math.round(amount))} a year that they spent while they were buying. The value model says of each how much can still be saved.`,
  }),
});

const slippingRegulars = (context: InsightContext, foretold: boolean): FeatureStep => ({
  kind: 'slipping_regulars',
  where: isSlipping(context.at),
  amount: foretold ? atStake : pace,
  expression: all(
    attribute('orders_count', '>=', 3),
    dated('expected_next_order_at', lastDays(overdueTo)),
    not(dated('expected_next_order_at', lastDays(overdueFrom))),
  ),
  words: (people, amount) => ({
    title: `${counted(people, 'regular')} ${people === 1 ? 'is' : 'are'} more than two weeks overdue`,
    why: `By the rhythm of each, an order was due ${overdueFrom} to ${overdueTo} days ago.`,
    action: 'Remind them of what they usually buy; a ready basket is enough.',
    segment_name: 'Slipping regulars',
    money_per_year: foretold ? amount : lift * amount,
    reckoning: foretold
      ? foretells(context, amount)
      : `Assumes that one in ten is kept by it, of the ${context.words.money(Math.round(amount))} a year that they spent so far. The value model says of each how much can still be saved.`,
  }),
});

const nearTopTier = ({ words }: InsightContext, quiet: number): FeatureStep => ({
  kind: 'near_top_tier',
  where: sql`f.value_tier = 'medium' and f.orders_count >= 2 and f.days_since_last_order <= ${quiet}`,
  amount: pace,
  expression: all(attribute('value_tier', '=', 'medium'), attribute('orders_count', '>=', 2), quietFor('<=', quiet)),
  words: (people, amount) => ({
    title: `${counted(people, 'active customer')} could join your best`,
    why: 'They come back, and spend just less than the fifth that spends most.',
    action: 'Show them the larger size, the set or the subscription of what they buy.',
    segment_name: 'Next best customers',
    money_per_year: lift * amount,
    reckoning: `Assumes that they spend a tenth more than the ${words.money(Math.round(amount))} a year they spend now.`,
  }),
});

const unreadMail = (): FeatureStep => ({
  kind: 'unread_mail',
  where: sql`f.emails_delivered_90d >= 5 and f.emails_opened_90d = 0 and f.emails_clicked_90d = 0`,
  amount: sql`0::DOUBLE`,
  expression: all(attribute('emails_delivered_90d', '>=', 5), attribute('emails_opened_90d', '=', 0), attribute('emails_clicked_90d', '=', 0)),
  words: (people) => ({
    title: `${counted(people, 'customer')} ${people === 1 ? 'opens' : 'open'} none of your e-mails`,
    why: 'At least five reached them in the last 90 days, and none was opened.',
    action: 'Ask once whether they still want to hear from you, then write to them less often.',
    segment_name: 'Opens no e-mails',
    money_per_year: null,
    reckoning: 'No amount: it keeps your other mail out of the spam folder.',
  }),
});

const secondOrderDue = ({ words }: InsightContext, { early, late, usual, value }: SecondOrders): FeatureStep => ({
  kind: 'second_order_due',
  where: sql`f.orders_count = 1 and f.days_since_last_order >= ${Math.floor(early)} and f.days_since_last_order <= ${Math.ceil(late)}`,
  amount: sql`0::DOUBLE`,
  expression: all(attribute('orders_count', '=', 1), quietFor('>=', Math.floor(early)), quietFor('<=', Math.ceil(late))),
  words: (people) => ({
    title: `${counted(people, 'first-time buyer')} ${people === 1 ? 'reaches' : 'reach'} the usual second-order day`,
    why: `Of those who came back, half did so within ${counted(Math.round(usual), 'day')}, most between ${Math.floor(early)} and ${Math.ceil(late)}.`,
    action: 'Send one message about what goes with their first order.',
    segment_name: 'Second order due',
    money_per_year: lift * people * value,
    reckoning: `Assumes that one in ten orders once more, at the ${words.money(Math.round(value))} of an average second order.`,
  }),
});

const noSecondOrder = ({ words }: InsightContext, { late, value }: SecondOrders): FeatureStep => ({
  kind: 'no_second_order',
  where: sql`f.orders_count = 1 and f.days_since_last_order > ${Math.ceil(late)} and f.days_since_last_order <= ${Math.ceil(late) + year}`,
  amount: sql`0::DOUBLE`,
  expression: all(attribute('orders_count', '=', 1), quietFor('>', Math.ceil(late)), quietFor('<=', Math.ceil(late) + year)),
  words: (people) => ({
    title: `${counted(people, 'newer customer')} never came back for a second order`,
    why: `Their first order is more than ${Math.ceil(late)} days ago, and three in four of those who came back had done so by then.`,
    action: 'Ask what was missing, and offer a reason to try again.',
    segment_name: 'No second order',
    money_per_year: (lift / 2) * people * value,
    reckoning: `Assumes that one in twenty orders once more, at the ${words.money(Math.round(value))} of an average second order.`,
  }),
});
