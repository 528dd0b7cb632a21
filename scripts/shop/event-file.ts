import { type Product, products, productsOf } from './catalogue.ts';
import { day, type LocalMinute, startOfDay, utcText } from './clock.ts';
import { type Cell, csv, pounds } from './csv.ts';
import type { Identity } from './identities.ts';
import type { NumberedOrder } from './order-file.ts';
import { orderTotal } from './purchases.ts';
import type { Random } from './random.ts';
import { type CustomerType, habits } from './types.ts';

const header = [
  'Event ID',
  'Event',
  'Timestamp',
  'Anonymous ID',
  'Customer ID',
  'Session ID',
  'Product ID',
  'Product',
  'Category',
  'Value',
  'Device',
  'Campaign',
  'Page',
] as const;

type WebEvent = {
  readonly name: 'Product Viewed' | 'Product Added' | 'Checkout Started' | 'Order Completed';
  readonly at: LocalMinute;
  readonly second: number;
  readonly anonymousId: string;
  /** Known from the checkout on; before it the visitor is anonymous. */
  readonly customerId: string;
  readonly session: string;
  readonly product: Product | undefined;
  readonly value: number;
  readonly device: string;
  readonly campaign: string;
};
export type EventFile = { readonly text: string; readonly rows: number; readonly visitors: number; readonly abandoned: number };

/** Sessions without an order, per month: who looks around, and how often. */
const browsing: Readonly<Record<CustomerType, number>> = {
  'espresso loyalist': 0.35,
  subscriber: 0.1,
  regular: 0.35,
  'gift buyer': 0.1,
  'bargain hunter': 0.7,
  wholesale: 0.1,
  'one-time': 0.05,
  lapsed: 0.05,
  browser: 1.6,
};
const campaigns = [
  ['', 12],
  ['spring-launch', 2],
  ['retargeting', 1],
  ['summer-iced', 1],
] as const;

/** Four months of web tracking, in UTC: sessions before orders, sessions that end with a full cart, looking around, and visitors who never said who they are. */
export function eventFile(orders: readonly NumberedOrder[], identities: readonly Identity[], random: Random, end: LocalMinute): EventFile {
  const start = end - 122 * day;
  const events: WebEvent[] = [];
  let sessions = 0;
  let abandoned = 0;
  const session = (): string => `s${String((sessions += 1)).padStart(5, '0')}`;
  const deviceOf = (customerId: string): readonly [string, string] => {
    const phone = random.chance(0.6);
    return [`anon-${customerId.slice(1)}-${phone ? 'p' : 'd'}`, phone ? 'mobile' : 'desktop'];
  };

  for (const order of orders) {
    const tracked =
      order.kind === 'order' && order.channel === 'web' && order.identity !== undefined && order.at >= start && order.person?.type !== 'subscriber';
    if (!tracked || !random.chance(0.7)) continue;
    const [anonymousId, device] = deviceOf(order.identity.customerId);
    const base = { anonymousId, session: session(), device, campaign: random.weighted(campaigns), second: random.whole(0, 59) };
    order.lines.forEach((line, index) => {
      events.push({ ...base, name: 'Product Viewed', at: order.at - 12 + index, customerId: '', product: line.product, value: line.product.price });
      events.push({
        ...base,
        name: 'Product Added',
        at: order.at - 11 + index,
        customerId: '',
        product: line.product,
        value: line.product.price * line.quantity,
      });
    });
    events.push({ ...base, name: 'Checkout Started', at: order.at - 3, customerId: order.identity.customerId, product: undefined, value: orderTotal(order) });
    events.push({ ...base, name: 'Order Completed', at: order.at, customerId: order.identity.customerId, product: undefined, value: orderTotal(order) });
  }

  const look = (at: LocalMinute, anonymousId: string, device: string, customerId: string, shelf: readonly Product[], fillsCart: boolean): void => {
    const base = { anonymousId, device, session: session(), campaign: random.weighted(campaigns), second: random.whole(0, 59) };
    const seen = random.shuffled(shelf).slice(0, random.whole(1, 3));
    seen.forEach((product, index) => events.push({ ...base, name: 'Product Viewed', at: at + 2 * index, customerId, product, value: product.price }));
    const wanted = seen.at(-1);
    if (!fillsCart || wanted === undefined) return;
    abandoned += 1;
    events.push({ ...base, name: 'Product Added', at: at + 7, customerId, product: wanted, value: wanted.price });
    if (random.chance(0.5)) events.push({ ...base, name: 'Checkout Started', at: at + 9, customerId, product: undefined, value: wanted.price });
  };

  for (const { person, customerId } of identities) {
    const alive = person.type === 'browser' ? end : Math.min(end, person.gone);
    const from = Math.max(start, person.signedUp);
    if (alive - from < day) continue;
    const count = random.poisson(((alive - from) / (30 * day)) * browsing[person.type]);
    for (let index = 0; index < count; index += 1) {
      const at =
        startOfDay(from) +
        random.whole(1, Math.max(1, Math.floor((alive - from) / day) - 1)) * day +
        random.weighted(habits[person.type].hours) * 60 +
        random.whole(0, 45);
      if (at + 15 >= end) continue;
      const [anonymousId, device] = deviceOf(customerId);
      look(
        at,
        anonymousId,
        device,
        random.chance(0.5) ? customerId : '',
        random.chance(0.6) ? productsOf(person.favourite) : products,
        random.chance(person.type === 'browser' ? 0.15 : 0.3),
      );
    }
  }

  const visitors = Math.round(identities.length / 15);
  for (let visitor = 1; visitor <= visitors; visitor += 1) {
    const at = start + random.whole(0, 120) * day + random.whole(8 * 60, 22 * 60);
    look(at, `anon-v${String(visitor).padStart(4, '0')}`, random.chance(0.7) ? 'mobile' : 'desktop', '', products, random.chance(0.1));
  }

  const sorted = events.map((event, index) => [event, index] as const).sort(([a, i], [b, j]) => a.at - b.at || a.second - b.second || i - j);
  const rows = sorted.map(([event], index) => row(event, index + 1));
  return { text: csv(header, rows), rows: rows.length, visitors, abandoned };
}

function row(event: WebEvent, number: number): readonly Cell[] {
  const { product } = event;
  return [
    `ev${String(number).padStart(6, '0')}`,
    event.name,
    utcText(event.at, event.second),
    event.anonymousId,
    event.customerId,
    event.session,
    product?.id ?? '',
    product?.name ?? '',
    product?.category ?? '',
    pounds(event.value),
    event.device,
    event.campaign,
    product === undefined ? '/checkout' : `/p/${product.id.toLowerCase()}`,
  ];
}
