import { nameKey } from '../name-key.ts';
import type { ValueType, VisitWord } from '../vocabulary.ts';

const prefix = 'context.';

const word = (name: string, type: ValueType, label: string, meaning: string, example: string, more: Pick<VisitWord, 'values'> = {}): VisitWord =>
  Object.freeze({ name: `${prefix}${name}`, label, type, table: 'context', column: name, meaning, example, ...more });

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** Every word of the visit. Names are the fixed part of the language: they are the same in every workspace. */
const words: readonly VisitWord[] = [
  word(
    'hour',
    'number',
    'hour of the day',
    'Whole hour of the day where the visitor is, 0 to 23: 17 lasts from 17:00 to 17:59.',
    'context.hour between 17 and 21',
  ),
  word('weekday', 'text', 'weekday', 'Day of the week where the visitor is, in English.', 'context.weekday in ("Saturday", "Sunday")', { values: weekdays }),
  word('device', 'text', 'device', 'What the visitor holds: desktop, mobile, tablet, tv or bot.', 'context.device = "mobile"', {
    values: ['desktop', 'mobile', 'tablet', 'tv', 'bot'],
  }),
  word('os', 'text', 'operating system', 'Operating system: Windows, macOS, Linux, Android, iOS, Chrome OS and others.', 'context.os = "iOS"', {
    values: ['Windows', 'macOS', 'Linux', 'Android', 'iOS', 'Chrome OS'],
  }),
  word('browser', 'text', 'browser', 'Browser: Chrome, Safari, Firefox, Microsoft Edge, Opera and others.', 'context.browser = "Safari"', {
    values: ['Chrome', 'Safari', 'Firefox', 'Microsoft Edge', 'Opera', 'Samsung Internet for Android'],
  }),
  word('language', 'text', 'language', 'First language that the browser asks for, without its region: `en`, `de`.', 'context.language = "de"'),
  word('page', 'text', 'page', 'Path of the page, without what follows a `?`.', 'context.page starts with "/coffee/"'),
  word('host', 'text', 'host', 'Host of the page.', 'context.host = "shop.example.com"'),
  word('title', 'text', 'page title', 'Title of the page.', 'context.title contains "espresso"'),
  word(
    'referrer',
    'text',
    'referrer',
    'Host that the visitor came from; unknown where they came directly, or from the same host.',
    'context.referrer ends with "google.com"',
  ),
  word('campaign', 'text', 'campaign', 'Campaign that the visit came with (`utm_campaign`).', 'context.campaign = "autumn"'),
  word('campaign_source', 'text', 'campaign source', 'Its `utm_source`.', 'context.campaign_source = "newsletter"'),
  word('campaign_medium', 'text', 'campaign medium', 'Its `utm_medium`.', 'context.campaign_medium = "email"'),
  word('country', 'text', 'place (country)', 'Country that the visitor is in, as two letters, where whoever asks knows it.', 'context.country in ("GB", "IE")'),
  word('region', 'text', 'place (region)', 'Region, likewise.', 'context.region = "Yorkshire"'),
  word('city', 'text', 'place (city)', 'City, likewise.', 'context.city = "Leeds"'),
  word('cart_value', 'number', 'value of the cart', 'What the cart is worth now, in the currency of the shop; 0 for an empty one.', 'context.cart_value >= 40'),
  word('cart_items', 'number', 'items in the cart', 'How many pieces lie in the cart; 0 for an empty one.', 'context.cart_items = 0'),
  word('cart_products', 'list', 'products in the cart', 'Ids and names of the products in the cart.', 'context.cart_products contains "Espresso roast"'),
  word('returning', 'boolean', 'returning visitor', 'Whether this browser has been here before.', 'context.returning = true'),
  word('recognised', 'boolean', 'recognised customer', 'Whether the visitor is a customer that the workspace knows.', 'context.recognised = false'),
];

const byKey: ReadonlyMap<string, VisitWord> = new Map(words.map((each) => [each.name, each]));

export const visitWords: ReadonlyMap<string, VisitWord> = byKey;

/** The word of that name, in any letter case, blanks and hyphens as one likes. */
export const visitWord = (name: string): VisitWord | undefined => byKey.get(nameKey(name));

/** Names beginning with `context.` are about the visit; no trait may take one. */
export const isAboutVisit = (name: string): boolean => nameKey(name).startsWith(prefix);
