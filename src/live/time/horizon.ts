import { type Instant, instant, second, startOfPeriod } from '../../core/index.ts';
import { type Leaf, type Moment, parse } from '../../language/index.ts';
import { conditionsOf, dueUntil } from '../../segments/index.ts';
import { sql, timestamp } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import type { Definitions, LiveWorld } from '../world/live-world.ts';
import type { Inside } from '../world/inside.ts';
import { addDue, conditionName, nothingCame } from './due-table.ts';
import { shortestWait } from './shortest-wait.ts';

/** All that is asked, compiled for a moment. */
export type Asked = { readonly leaves: readonly Leaf[]; readonly moment: Moment };

/**
 * Who is to be looked at again, and when, up to the next midnight of the workspace: then everything is refreshed and looks further. What has only just
 * happened needs no looking ahead: nothing comes of it before the shortest window has passed, so that is when its customer is looked at again.
 */
export type Horizon = {
  /** Looks ahead for the profiles of the small world, in it. */
  readonly lookAhead: (inside: Inside, definitions: Definitions, asked: Asked) => Promise<void>;
  /** Looks ahead for everybody from the instant that members are of, as far as that was not done for these conditions: by `reader`, which keeps nobody waiting. */
  readonly lookAheadForAll: (reader: Warehouse, definitions: Definitions, from: Instant) => Promise<void>;
  /** Facts have changed by other ways than this one: what is known of the time ahead is not all there is. */
  readonly forget: () => void;
};

/** What happens sooner than this after a fact is looked for at once. */
const soon = 5 * second;

export function openHorizon(world: LiveWorld, write: <T>(work: () => Promise<T>) => Promise<T>): Horizon {
  let wait: { readonly of: Definitions; readonly micros: number } | undefined;
  let until = 0 as Instant;
  let looked = new Set<string>();

  const untilOf = (now: Instant): Instant => startOfPeriod(now, world.workspace().zone, 'day', 1);
  const waitOf = (definitions: Definitions): number => {
    if (wait?.of !== definitions) wait = { of: definitions, micros: shortestWait(treesOf(definitions)) };
    return wait.micros;
  };
  return {
    lookAhead: async ({ small, touched, due }, definitions, { leaves, moment }) => {
      const micros = waitOf(definitions);
      if (!Number.isFinite(micros) || world.workspace().present !== 'now') return;
      const end = untilOf(moment.now);
      const fresh = sql`since is not null and since <= ${timestamp(moment.now)} and since > ${timestamp(instant(moment.now + soon - micros))}`;
      const next = sql`epoch_us(since) + ${BigInt(Math.trunc(micros))}`;
      await small.run(sql`insert into live_due select profile, make_timestamp(${next}), null from touched where ${fresh} and ${next} <= ${BigInt(end)}`);
      const others = new Set(await small.integers(sql`select place::INTEGER from touched where not coalesce(${fresh} or since = ${nothingCame}, false)`));
      if (others.size === 0 && due.size === 0) return;
      for (const leaf of leaves) {
        const name = conditionName(leaf);
        const mine = due.get(name);
        if (others.size === 0 && mine === undefined) continue;
        const found = await dueUntil(small, [leaf], moment, end);
        const wanted = found.flatMap(({ profile: place, at }) => {
          const profile = touched[place];
          return profile !== undefined && (others.has(place) || mine?.has(profile) === true) ? [{ profile, at }] : [];
        });
        await addDue(small, name, wanted);
      }
    },
    lookAheadForAll: async (reader, definitions, from) => {
      const now = world.effects.now();
      const end = untilOf(now);
      if (end !== until) looked = new Set();
      until = end;
      // To work members out takes a while, and what time alone changes in that while is seen by nobody who looks from its end.
      const moment = world.moment(instant(Math.min(from, now)), definitions.vocabulary, 'features');
      const { leaves, moment: prepared } = await conditionsOf(reader, definitions.asked, moment);
      const unseen = leaves.filter(({ condition }) => !looked.has(JSON.stringify(condition)));
      if (unseen.length === 0) return;
      const mine = looked;
      for (const leaf of unseen) {
        const due = await dueUntil(reader, [leaf], prepared, end);
        if (due.length > 0) await write(() => addDue(world.warehouse, conditionName(leaf), due));
        mine.add(JSON.stringify(leaf.condition));
      }
    },
    forget: () => {
      looked = new Set();
    },
  };
}

function treesOf({ inputs, stages }: Definitions): readonly unknown[] {
  return [...inputs.map(({ text }) => text ?? ''), ...stages.map(({ expression }) => expression)].flatMap((text) => {
    const parsed = parse(text);
    return parsed.ok ? [parsed.value.tree] : [];
  });
}
