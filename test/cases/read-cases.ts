import { readdirSync, readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { parse as parseYaml } from 'yaml';
import { parse } from '../../src/language/index.ts';
import type { Condition } from '../../src/language/tree.ts';
import { emptyWorld, type Fields, type Moment, type Value, type World, type WordType } from '../naive/world.ts';

/**
 * The shared cases: groups of a small world and sentences about it, each with the customers it must find, worked out by hand.
 *
 *   group        what is tested
 *   now          the instant of evaluation; default 2026-06-01T00:00:00Z
 *   zone         time zone of the workspace; default UTC
 *   weekStart    1 Monday … 7 Sunday; default 1
 *   words        traits and their types (text, number, boolean, date, birthday, instant, list)
 *   properties   properties of events and their types
 *   segments     slug → text, for `in segment`
 *   customers    number → traits, or how many customers without traits there are
 *   orders, items, reviews, tickets, surveys    rows [customer, instant, fields]; `cancelled` and `return` are flags of orders and items
 *   events       rows [customer, name, instant, fields]; `received` is when it arrived, the instant itself unless given
 *   cases        rows `text: [customers]`, or { text, members, now, weekStart }
 */
export type Case = { readonly text: string; readonly members: readonly number[]; readonly moment: Moment };
export type CaseGroup = {
  readonly name: string;
  readonly world: World;
  readonly eventProperties: Readonly<Record<string, 'text' | 'number' | 'boolean'>>;
  readonly cases: readonly Case[];
};

const folder = new URL('.', import.meta.url);

export function readCases(): readonly CaseGroup[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return files.flatMap((name) => (parseYaml(readFileSync(new URL(name, folder), 'utf8')) as RawGroup[]).map(readGroup));
}

type RawFields = Readonly<Record<string, string | number | boolean | readonly string[]>>;
type RawRow = readonly [customer: number, at: string, fields?: RawFields];
type RawGroup = {
  readonly group: string;
  readonly now?: string;
  readonly zone?: string;
  readonly weekStart?: number;
  readonly words?: Readonly<Record<string, WordType>>;
  readonly properties?: CaseGroup['eventProperties'];
  readonly segments?: Readonly<Record<string, string>>;
  readonly customers: number | Readonly<Record<string, RawFields>>;
  readonly events?: readonly (readonly [customer: number, name: string, at: string, fields?: RawFields])[];
  readonly cases: readonly Readonly<Record<string, unknown>>[];
} & Readonly<Record<'orders' | 'items' | 'reviews' | 'tickets' | 'surveys', readonly RawRow[] | undefined>>;

const readInstant = (text: string): number => Number(Temporal.Instant.from(text).epochNanoseconds / 1000n);

export function readTree(text: string): Condition {
  const parsed = parse(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.error.map((diagnostic) => diagnostic.message).join(' ')}`);
  return parsed.value.tree;
}

function readGroup(raw: RawGroup): CaseGroup {
  const words = raw.words ?? {};
  const customers =
    typeof raw.customers === 'number' ? Object.fromEntries(Array.from({ length: raw.customers }, (_, index) => [index + 1, {}])) : raw.customers;
  const sales = (rows: readonly RawRow[] = []) =>
    rows.map(([profile, at, { cancelled = false, return: back = false, ...fields } = {}]) => ({
      profile,
      at: readInstant(at),
      counts: cancelled === false,
      isReturn: back === true,
      fields: 'name' in fields ? { ...fields, product: fields.name as Value } : fields,
    }));
  const feedback = (kind: 'review' | 'ticket' | 'survey', rows: readonly RawRow[] = []) =>
    rows.map(([profile, at, fields = {}]) => ({ profile, at: readInstant(at), kind, fields }));
  const world: World = {
    ...emptyWorld,
    profiles: Object.keys(customers).map(Number),
    words,
    attributes: new Map(Object.entries(customers).map(([profile, traits]) => [Number(profile), readTraits(traits, words)])),
    orders: sales(raw.orders),
    items: sales(raw.items),
    events: (raw.events ?? []).map(([profile, name, at, { received = at, ...fields } = {}]) => ({
      profile,
      name,
      at: readInstant(at),
      receivedAt: readInstant(String(received)),
      fields,
    })),
    feedback: [...feedback('review', raw.reviews), ...feedback('ticket', raw.tickets), ...feedback('survey', raw.surveys)],
    segments: Object.fromEntries(Object.entries(raw.segments ?? {}).map(([slug, text]) => [slug, { name: slug, text, tree: readTree(text) }])),
  };
  return { name: raw.group, world, eventProperties: raw.properties ?? {}, cases: raw.cases.map((one) => readCase(one, raw)) };
}

const readTraits = (traits: RawFields, words: World['words']): Fields =>
  Object.fromEntries(Object.entries(traits).map(([name, value]) => [name, words[name] === 'instant' ? readInstant(String(value)) : value]));

function readCase(raw: Readonly<Record<string, unknown>>, group: RawGroup): Case {
  const full = raw as { text?: string; members?: readonly number[]; now?: string; weekStart?: number };
  const [[text, members] = ['', []]] = Object.entries(raw) as [string, readonly number[]][];
  return {
    text: full.text ?? text,
    members: full.text === undefined ? members : (full.members ?? []),
    moment: {
      now: readInstant(full.now ?? group.now ?? '2026-06-01T00:00:00Z'),
      zone: group.zone ?? 'UTC',
      weekStart: full.weekStart ?? group.weekStart ?? 1,
    },
  };
}
