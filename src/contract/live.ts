import type { Instant } from '../core/index.ts';

/** A value of JSON as a client sends it. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };
export type JsonObject = { readonly [key: string]: JsonValue };

/** One message as it arrived: kept as it is, so that what it means can be read again after a mistake is mended. */
export type Received = {
  /** Slug of the live source; records are unique per (source, messageId) for as long as events are kept. */
  readonly source: string;
  readonly messageId: string;
  readonly receivedAt: Instant;
  /** What the client sent, less what must not be kept (the IP address, the write key). */
  readonly body: JsonObject;
};

export type LiveIdentifier = { readonly namespace: string; readonly value: string };

/** Money is a decimal number in `currency`; instants are UTC microseconds; texts are as sent. The fields are those of `fieldCatalogue`. */
export type LiveItem = {
  readonly product_id: string | null;
  readonly product: string | null;
  readonly category: string | null;
  readonly brand: string | null;
  readonly variant: string | null;
  readonly quantity: number;
  readonly price: number | null;
  readonly discount: number | null;
};

/** What one message says, told in the same fields as a row of a file of that kind; `collect` reads it, `live` records it. */
export type LiveRecord =
  | {
      readonly kind: 'event';
      readonly identifiers: readonly LiveIdentifier[];
      readonly name: string;
      readonly occurredAt: Instant;
      readonly fields: Readonly<
        Partial<Record<'product_id' | 'product' | 'category' | 'campaign' | 'channel' | 'device' | 'page' | 'session', string>> & { value?: number }
      >;
      readonly properties: JsonObject;
    }
  /**
   * The newest state of an order: the same order id again replaces it. What is null, undefined or left out was not said: what an earlier state said of it stays
   * (a refund tells neither total nor lines).
   */
  | {
      readonly kind: 'order';
      readonly identifiers: readonly LiveIdentifier[];
      readonly orderId: string;
      /** Null where the message does not say (a refund): the known instant stays, and `observedAt` stands in where there is none. */
      readonly orderedAt: Instant | null;
      /** When this state of the order was true: a later state wins, in whatever order they arrive. */
      readonly observedAt: Instant;
      readonly status: string | null;
      readonly currency: string | null;
      readonly total: number | null;
      readonly subtotal: number | null;
      readonly discount: number | null;
      readonly shipping: number | null;
      readonly tax: number | null;
      /** All that was given back so far. */
      readonly refunded: number | null;
      /** One of perhaps several refunds, told by itself: each id counts once and they add up to `refunded`. Without an amount everything was given back. */
      readonly refund?: { readonly id: string; readonly amount: number | null };
      readonly cancelledAt?: Instant | null;
      /** The source's own rule says that it never became a sale (payment failed, never paid), whatever `status` reads: it does not count. */
      readonly neverSold?: boolean;
      readonly tags?: readonly string[];
      readonly acceptsEmail?: boolean;
      readonly fields: Readonly<
        Partial<Record<'channel' | 'coupon' | 'payment_method' | 'country' | 'region' | 'city' | 'postcode' | 'customer_name' | 'company', string>>
      >;
      /** Undefined where the message says nothing of lines (a refund, say): those known are kept. */
      readonly items?: readonly LiveItem[];
      readonly properties: JsonObject;
    }
  /** What is known of a customer: traits under the names of `fieldCatalogue.customers` or the client's own. Without traits it only joins identifiers. */
  | {
      readonly kind: 'customer';
      readonly identifiers: readonly LiveIdentifier[];
      readonly observedAt: Instant;
      readonly traits: JsonObject;
    }
  | {
      readonly kind: 'feedback';
      readonly identifiers: readonly LiveIdentifier[];
      readonly recordId: string;
      readonly feedbackKind: 'review' | 'ticket' | 'survey';
      readonly occurredAt: Instant;
      readonly fields: Readonly<
        Partial<Record<'subject' | 'text' | 'status' | 'product_id' | 'product' | 'category' | 'channel', string>> & { rating?: number }
      >;
      readonly properties: JsonObject;
    };

/** What became of a message: what it says, or why it can not be recorded (shown to the owner, replayed once mended). */
export type Interpreted =
  | { readonly ok: true; readonly records: readonly LiveRecord[] }
  | { readonly ok: false; readonly reason: string; readonly field: string | null; readonly hint: string };

/**
 * Where live sources hand over what they received. Resolves once everything is on disk; what was received before is counted and left out.
 * Throws `live.overloaded` (429, with the seconds to wait) and `live.store-unavailable` (503); nothing is kept then.
 */
export type Inbox = {
  readonly append: (messages: readonly Received[]) => Promise<{ readonly accepted: number; readonly duplicates: number }>;
};

/** Reads what a message says; pure, so that the same message always says the same. Handed to the road by whoever composes the two. */
export type Interpret = (message: Received) => Interpreted;

/** One segment that somebody entered or left, as it is published. `id` is the same however often it is told. */
export type MembershipMoved = {
  readonly id: string;
  readonly segment: string;
  readonly profile: number;
  readonly entered: boolean;
  readonly at: Instant;
};
