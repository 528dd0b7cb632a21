import type { Received } from '../../contract/index.ts';
import type { Control, LiveShapeRow } from '../../control/index.ts';
import { day, type Effects, formatInstant, hour, type Instant, instant, parseInstant } from '../../core/index.ts';
import { type Finding, judge, type Known, letterOf } from './judge.ts';
import { shapeOf } from './shape-of.ts';
import { type Anomaly, volumeAnomaly } from './volume-anomaly.ts';

/** Something that changed in what a source sends. `key` is the same for the same news. */
export type ShapeNews = {
  readonly key: string;
  readonly source: string;
  readonly at: Instant;
  readonly event: string;
  readonly property: string;
  readonly what: Finding | Anomaly;
};

export type Watch = {
  readonly observe: (source: string, messages: readonly Received[], at: Instant) => void;
  /** Compares what was seen since the last time with what was known, writes it down, and answers what is new. */
  readonly flush: () => Promise<readonly ShapeNews[]>;
  /** Compares the hour that has just ended with the same hour of the days before. */
  readonly hourly: (at: Instant) => Promise<readonly ShapeNews[]>;
};

type Tally = { types: Record<string, number>; seen: number; filled: number; recent: string; first: Instant; last: Instant };

/** Of a source that has just begun everything is new: nobody has to be told. */
const settling = day;
const recently = 100;
/** A source that puts ids into names must not fill the store. */
const mostShapes = 5000;

export function openWatch(control: Control, effects: Pick<Effects, 'now'>): Watch {
  let tallies = new Map<string, Tally>();
  let properties = new Map<string, ReadonlySet<string>>();
  const count = (key: string, type: string | undefined, at: Instant): void => {
    const known = tallies.get(key);
    if (known === undefined && tallies.size >= mostShapes) return;
    const tally = known ?? { types: {}, seen: 0, filled: 0, recent: '', first: at, last: at };
    const filled = type !== undefined && type !== 'empty';
    tally.seen += 1;
    tally.last = at;
    if (filled) {
      tally.filled += 1;
      tally.types[type] = (tally.types[type] ?? 0) + 1;
    }
    tally.recent = `${tally.recent}${letterOf(type)}`.slice(-recently);
    tallies.set(key, tally);
  };
  return {
    observe: (source, messages, at) => {
      for (const message of messages) {
        const shape = shapeOf(message);
        if (shape === undefined) continue;
        count(JSON.stringify([source, shape.event, '']), 'event', at);
        for (const { name, type } of shape.properties) count(JSON.stringify([source, shape.event, name]), type, at);
        // Those that came with the event before and are not sent this time.
        const sent = new Set(shape.properties.map(({ name }) => name));
        const names = properties.get(JSON.stringify([source, shape.event])) ?? new Set();
        for (const name of names) if (!sent.has(name)) count(JSON.stringify([source, shape.event, name]), undefined, at);
        properties.set(JSON.stringify([source, shape.event]), names.union(sent));
      }
    },
    flush: async () => {
      const seen = tallies;
      tallies = new Map();
      properties = new Map();
      const news: ShapeNews[] = [];
      const bySource = Map.groupBy(seen, ([key]) => (JSON.parse(key) as readonly string[])[0] ?? '');
      for (const [source, entries] of bySource) news.push(...(await settle(control, effects, source, entries)));
      return news;
    },
    hourly: (at) => unusualHours(control, at),
  };
}

async function settle(
  control: Control,
  effects: Pick<Effects, 'now'>,
  source: string,
  entries: readonly (readonly [string, Tally])[],
): Promise<readonly ShapeNews[]> {
  const rows = await control.selectFrom('live_shapes').selectAll().where('source', '=', source).execute();
  const known = new Map(rows.map((row) => [JSON.stringify([source, row.event, row.property]), row]));
  const began = await control.selectFrom('live_sources').select('created_at').where('slug', '=', source).executeTakeFirst();
  const settled = began !== undefined && (parseInstant(began.created_at) ?? 0) < effects.now() - settling;
  const events = new Map(entries.filter(([key]) => (JSON.parse(key) as readonly string[])[2] === '').map(([key, tally]) => [key, tally.seen]));
  const news: ShapeNews[] = [];
  for (const [key, counted] of entries) {
    const [, event = '', property = ''] = JSON.parse(key) as readonly string[];
    const before = known.get(key);
    const lacking = before === undefined || property === '' ? 0 : (events.get(JSON.stringify([source, event, ''])) ?? 0) - counted.seen;
    const tally = withLacking(counted, lacking);
    if (before === undefined && known.size >= mostShapes) continue;
    const now = merged(before, tally);
    await write(control, source, event, property, now, before);
    if (!settled) continue;
    const found: readonly Finding[] = before === undefined ? [{ kind: property === '' ? 'new-event' : 'new-property' }] : judge(knownOf(before), now);
    // A new event brings its properties along: that is one piece of news.
    const told = before === undefined && property !== '' && !known.has(JSON.stringify([source, event, ''])) ? [] : found;
    news.push(...told.map((what) => newsOf(source, event, property, what, tally.last)));
  }
  // A property that is not sent at all any more is as empty as one that is sent empty.
  for (const row of rows) {
    const missing = events.get(JSON.stringify([source, row.event, '']));
    if (row.property === '' || missing === undefined || seenNow(entries, source, row)) continue;
    const before = knownOf(row);
    const now: Known = { ...before, seen: before.seen + missing, recent: `${before.recent}${'0'.repeat(Math.min(missing, recently))}`.slice(-recently) };
    await control
      .updateTable('live_shapes')
      .set({ seen: now.seen, recent: now.recent })
      .where('source', '=', source)
      .where('event', '=', row.event)
      .where('property', '=', row.property)
      .execute();
    if (settled) news.push(...judge(before, now).map((what) => newsOf(source, row.event, row.property, what, effects.now())));
  }
  return news;
}

/** Messages that came before the first of these had the property are those in which it was empty. */
const withLacking = (tally: Tally, lacking: number): Tally =>
  lacking <= 0 ? tally : { ...tally, seen: tally.seen + lacking, recent: `${'0'.repeat(Math.min(lacking, recently))}${tally.recent}`.slice(-recently) };

const seenNow = (entries: readonly (readonly [string, Tally])[], source: string, row: LiveShapeRow): boolean =>
  entries.some(([key]) => key === JSON.stringify([source, row.event, row.property]));

const newsOf = (source: string, event: string, property: string, what: Finding | Anomaly, at: Instant): ShapeNews => ({
  key: ['source', source, event, property, what.kind, 'other' in what ? what.other : '', what.kind === 'empty' ? formatInstant(at).slice(0, 10) : ''].join(':'),
  source,
  at,
  event,
  property,
  what,
});

const knownOf = (row: LiveShapeRow): Known => ({ types: JSON.parse(row.types) as Known['types'], seen: row.seen, filled: row.filled, recent: row.recent });

function merged(before: LiveShapeRow | undefined, tally: Tally): Known & { readonly first: Instant; readonly last: Instant } {
  const known: Known = before === undefined ? { types: {}, seen: 0, filled: 0, recent: '' } : knownOf(before);
  const types: Record<string, number> = { ...known.types };
  for (const [type, count] of Object.entries(tally.types)) types[type] = (types[type] ?? 0) + count;
  return {
    types,
    seen: known.seen + tally.seen,
    filled: known.filled + tally.filled,
    recent: `${known.recent}${tally.recent}`.slice(-recently),
    first: tally.first,
    last: tally.last,
  };
}

async function write(
  control: Control,
  source: string,
  event: string,
  property: string,
  now: ReturnType<typeof merged>,
  before: LiveShapeRow | undefined,
): Promise<void> {
  const values = { types: JSON.stringify(now.types), seen: now.seen, filled: now.filled, last_at: formatInstant(now.last), recent: now.recent };
  if (before !== undefined) {
    await control.updateTable('live_shapes').set(values).where('source', '=', source).where('event', '=', event).where('property', '=', property).execute();
    return;
  }
  await control
    .insertInto('live_shapes')
    .values({ source, event, property, ...values, first_at: formatInstant(now.first) })
    .execute();
}

const daysBefore = 14;

async function unusualHours(control: Control, at: Instant): Promise<readonly ShapeNews[]> {
  const ended = instant(at - (at % hour) - hour);
  const sources = await control
    .selectFrom('live_sources')
    .select(['slug', 'created_at'])
    .where('removed_at', 'is', null)
    .where('disabled_at', 'is', null)
    .execute();
  const news: ShapeNews[] = [];
  for (const { slug, created_at: created } of sources) {
    const known = Math.min(daysBefore, Math.floor((ended - (parseInstant(created) ?? ended)) / day));
    const hours = Array.from({ length: known + 1 }, (_, index) => formatInstant(instant(ended - index * day)));
    const rows = await control.selectFrom('live_source_hours').select(['hour', 'received']).where('source', '=', slug).where('hour', 'in', hours).execute();
    const received = new Map(rows.map((row) => [row.hour, row.received]));
    const [actual = 0, ...before] = hours.map((one) => received.get(one) ?? 0);
    const what = volumeAnomaly(before, actual);
    if (what !== undefined) news.push({ ...newsOf(slug, '', '', what, ended), key: `source:${slug}:${what.kind}:${formatInstant(ended).slice(0, 10)}` });
  }
  return news;
}
