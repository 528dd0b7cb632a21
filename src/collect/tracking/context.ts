import type { JsonObject, JsonValue } from '../../contract/index.ts';
import { type Instant, toMilliseconds } from '../../core/index.ts';
import { at, filled, text } from '../read/json.ts';
import { type Agent, kindOfDevice } from '../user-agent.ts';

/** What reading a context needs beyond the message: both only remember what they have worked out before. */
export type ContextReader = { readonly agent: (written: string) => Agent; readonly clock: (zone: string) => Intl.DateTimeFormat | undefined };

/** Where and with what a customer was when something happened: fields that events have, and properties under plain names. */
export type CallContext = {
  readonly fields: { readonly campaign?: string; readonly channel?: string; readonly device?: string; readonly page?: string; readonly session?: string };
  readonly properties: JsonObject;
};

/** Reads a call's `context`; `at` is when it happened, for the time of day where the customer is. */
export function readContext(body: JsonObject, occurredAt: Instant, reader: ContextReader): CallContext {
  const agent = reader.agent(text(body, 'context.userAgent') ?? '');
  const page = text(body, 'context.page.url', 'properties.url', 'context.page.path', 'properties.path');
  const campaign = campaignOf(body, page);
  const zone = text(body, 'context.timezone', 'context.location.timezone');
  const referrer = text(body, 'context.page.referrer', 'context.referrer.url', 'properties.referrer');
  return {
    fields: filled({
      campaign: campaign.name,
      channel: campaign.source,
      device: kindOfDevice(text(body, 'context.device.type'), text(body, 'context.device.model', 'context.device.name')) ?? agent.device,
      page,
      session: text(body, 'context.sessionId', 'properties.session_id'),
    }),
    properties: filled<Readonly<Record<string, JsonValue | undefined>>>({
      browser: agent.browser,
      os: text(body, 'context.os.name') ?? agent.os,
      language: text(body, 'context.locale'),
      referrer,
      referrer_site: siteOf(referrer),
      page_title: text(body, 'context.page.title'),
      campaign_medium: campaign.medium,
      campaign_content: campaign.content,
      campaign_term: campaign.term,
      country: text(body, 'context.location.country'),
      region: text(body, 'context.location.region'),
      city: text(body, 'context.location.city'),
      app_version: text(body, 'context.app.version'),
      ...localTime(occurredAt, zone === undefined ? undefined : reader.clock(zone)),
    }) as JsonObject,
  };
}

type Campaign = { readonly name?: string; readonly source?: string; readonly medium?: string; readonly content?: string; readonly term?: string };

/** What the client made of it, else the `utm_…` of the page's address, which not every client reads. */
function campaignOf(body: JsonObject, page: string | undefined): Campaign {
  if (at(body, 'context.campaign') !== undefined) {
    const said = (part: string): string | undefined => text(body, `context.campaign.${part}`);
    return filled({ name: said('name'), source: said('source'), medium: said('medium'), content: said('content'), term: said('term') });
  }
  if (page === undefined || !page.includes('utm_')) return {};
  const query = new URLSearchParams(page.slice(page.indexOf('?') + 1).replace(/#.*$/s, ''));
  const utm = (part: string): string | undefined => query.get(`utm_${part}`)?.trim() || undefined;
  return filled({ name: utm('campaign'), source: utm('source'), medium: utm('medium'), content: utm('content'), term: utm('term') });
}

const siteOf = (referrer: string | undefined): string | undefined =>
  referrer !== undefined && URL.canParse(referrer) ? new URL(referrer).hostname.replace(/^www\./, '') || undefined : undefined;

/** Hour and weekday on the customer's own clock: 0 to 23, `Monday`. */
function localTime(occurredAt: Instant, clock: Intl.DateTimeFormat | undefined): { readonly local_hour?: number; readonly local_weekday?: string } {
  if (clock === undefined) return {};
  const parts = new Map(clock.formatToParts(toMilliseconds(occurredAt)).map(({ type, value }) => [type, value]));
  const weekday = parts.get('weekday');
  return { local_hour: Number(parts.get('hour')) % 24, ...(weekday === undefined ? {} : { local_weekday: weekday }) };
}

/** A reader that works out each agent and each zone once; `most` bounds what it remembers. */
export function contextReader(read: (written: string) => Agent, most = 5000): ContextReader {
  return { agent: remembered(read, most), clock: remembered(clockOf, most) };
}

function remembered<T>(work: (key: string) => T, most: number): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined || known.has(key)) return found as T;
    if (known.size >= most) known.clear();
    const made = work(key);
    known.set(key, made);
    return made;
  };
}

function clockOf(zone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23', weekday: 'long' });
  } catch {
    // A zone that nobody knows tells no time.
    return undefined;
  }
}
