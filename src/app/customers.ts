import { ClienteleError } from '../core/index.ts';
import { describe, type Moment } from '../language/index.ts';
import { type ListedProfile, profileOrder, readRows, searchPeople } from '../profiles/index.ts';
import { difference, has, type ProfileSet, setOf, setOfCondition } from '../segments/index.ts';
import { resolveAsOf } from './as-of.ts';
import { checkedCondition } from './conditions.ts';
import { askedColumn, attributesIn, isOwnColumn, mustNotTell, sortColumn } from './customer-columns.ts';
import { momentFor } from './moment.ts';
import type { App } from './open.ts';
import { ensureRefreshed } from './ensure-refreshed.ts';
import { listsOf } from './segment-inputs.ts';
import { vocabularyOf } from './vocabulary.ts';

/** Which customers, in which order. */
export type CustomersAsked = {
  /** Part of a name or of any identifier; without personal data a whole identifier. */
  readonly search?: string | undefined;
  /** A condition of the segment language. */
  readonly where?: string | undefined;
  /** `spent`, `orders`, `recent`, `name`, `customer_id`, `email`, or any trait or feature. */
  readonly sort: string;
  /** Without it names go up from A and all else comes down from the largest. */
  readonly descending?: boolean | undefined;
  /** Traits and features to be answered beside what tells customers apart. */
  readonly columns?: readonly string[] | undefined;
  readonly asOf: string | undefined;
  /** For whoever may not see personal data: nothing hidden can be found, sorted or filtered by. */
  readonly masked?: boolean;
  /** The order as `customersOrder` answered it, where it is kept. */
  readonly order?: Int32Array | undefined;
};
export type CustomersRequest = CustomersAsked & { readonly limit: number; readonly offset: number };

export type CustomersFound = {
  readonly total: number;
  /** All customers there are. */
  readonly everybody: number;
  /** The condition in plain words, null without one. */
  readonly sentence: string | null;
  readonly profiles: readonly ListedProfile[];
};

/** A page of customers and how many there are in all. Throws `segment.syntax`, `usage`, `access.personal-data`. */
export async function customers(app: App, request: CustomersRequest): Promise<CustomersFound> {
  const { limit, offset } = request;
  if (!Number.isInteger(limit) || limit < 1 || !Number.isInteger(offset) || offset < 0)
    throw new ClienteleError('usage', { detail: '--limit takes a whole number from 1, --offset one from 0.' });
  const { ids, everybody, sentence, page } = await chosenCustomers(app, request);
  return { total: ids.length, everybody, sentence, profiles: await page(ids.subarray(offset, offset + limit)) };
}

/** Everybody in the order of one column: sorting a shop costs more than all else of a page, so a server keeps it. */
export async function customersOrder(app: App, asked: CustomersAsked): Promise<Int32Array> {
  return orderOf(app, asked, await momentFor(app, await resolveAsOf(app, asked.asOf)));
}

/** All who were asked for, in order, and how to read some of them. */
export async function chosenCustomers(app: App, asked: CustomersAsked) {
  const asOf = await resolveAsOf(app, asked.asOf);
  await ensureRefreshed(app, asOf);
  const vocabulary = await vocabularyOf(app);
  const moment = await momentFor(app, asOf, undefined, vocabulary);
  const { featuresTable } = moment;
  const columns = (asked.columns ?? []).filter((name) => !isOwnColumn(name)).map((name) => askedColumn(name, vocabulary, featuresTable));
  const where = asked.where === undefined || asked.where.trim() === '' ? undefined : checkedCondition(asked.where, vocabulary);
  if (where !== undefined && asked.masked === true) attributesIn(where.tree).forEach(mustNotTell);
  const held = where === undefined ? undefined : await setOfCondition(app.warehouse, where.tree, moment, await listsOf(app), app.previewCache);
  const order = asked.order ?? (await orderOf(app, asked, moment));
  return {
    ids: await among(app, order, held, asked),
    everybody: order.length,
    sentence: where === undefined ? null : describe(where.tree, vocabulary),
    page: (profiles: ArrayLike<number>) => readRows(app.warehouse, profiles, featuresTable, columns),
  };
}

function orderOf(app: App, { sort, descending, masked = false }: CustomersAsked, { vocabulary, featuresTable }: Moment): Promise<Int32Array> {
  const column = sortColumn(sort, vocabulary, featuresTable, masked);
  return profileOrder(app.warehouse, column, descending ?? column.table !== 'people');
}

/** Those of an order that a condition holds for and a search finds; whoever is called exactly so stands first. */
async function among(app: App, order: Int32Array, held: ProfileSet | undefined, { search, masked }: CustomersAsked): Promise<Int32Array> {
  const inHeld = held === undefined ? order : order.filter((profile) => has(held, profile));
  if (search === undefined || search.trim() === '') return inHeld;
  const { exactly, profiles } = await searchPeople(app.warehouse, search, masked === true);
  const largest = profiles.at(-1) ?? 0;
  const first = setOf(exactly, largest);
  const others = difference(setOf(profiles, largest), first);
  const rest = inHeld.filter((profile) => has(others, profile));
  const ahead = exactly.length === 0 ? exactly : inHeld.filter((profile) => has(first, profile));
  const all = new Int32Array(ahead.length + rest.length);
  all.set(ahead);
  all.set(rest, ahead.length);
  return all;
}
