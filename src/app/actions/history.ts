import type { ActionSettings } from '../../contract/schemas.ts';
import { inTime } from '../../control/index.ts';
import { day, type Instant, parseInstant } from '../../core/index.ts';
import { type Fragment, sql, timestamp } from '../../sql/index.ts';
import { type Arm, fitPosterior } from '../../stats/index.ts';
import type { App } from '../open.ts';

/** The name of doing nothing among actions: it is tried like the others, so that one knows what comes by itself. */
export const nothing = 'nothing';

/** A decision of the past: `outcome` is null while its time is not over. */
export type PastDecision = {
  readonly action: string;
  readonly profile: number;
  readonly at: Instant;
  readonly propensity: number;
  readonly explored: boolean;
  readonly context: Float64Array;
  /** Actions that could have been taken. */
  readonly allowed: readonly string[];
  readonly outcome: 0 | 1 | null;
  /** What it cost then; null where that was not kept yet. */
  readonly cost: number | null;
};

/** What is known of a customer when an action is chosen: a level, how often, how much and how lately they ordered, whether they wait for discounts, and whether they read. */
export const contextSize = 6;
export const contextColumns: Fragment = sql`1.0::DOUBLE as c0, (ln(1 + coalesce(f.orders_count, 0)) / 2 - 0.5)::DOUBLE as c1, (ln(1 + greatest(0, coalesce(f.total_spent, 0))::DOUBLE) / 4 - 1)::DOUBLE as c2,
  (least(coalesce(f.days_since_last_order, 365), 365) / 180.0 - 1)::DOUBLE as c3, (coalesce(f.discount_share, 0) - 0.3)::DOUBLE as c4, (case when coalesce(f.emails_opened_90d, 0) > 0 then 0.5 else -0.5 end)::DOUBLE as c5`;

/** Every decision until a moment with what came of it by then, oldest first: outcomes are facts (orders or events) of whoever the identifier belongs to now. One join in the engine. */
export async function pastDecisions(app: App, { outcome, horizon_days }: ActionSettings, now: Instant): Promise<readonly PastDecision[]> {
  const kept = await app.control.selectFrom('action_decisions').selectAll().orderBy(inTime('decided_at')).execute();
  const rows = kept.filter(({ decided_at }) => (parseInstant(decided_at) ?? 0) <= now);
  if (rows.length === 0) return [];
  const { warehouse } = app;
  await warehouse.load(
    'decided',
    [
      { name: 'place', type: 'INTEGER' },
      { name: 'namespace', type: 'VARCHAR' },
      { name: 'value', type: 'VARCHAR' },
      { name: 'decided', type: 'TIMESTAMP' },
    ],
    rows.map(({ namespace, value, decided_at }, place) => [place, namespace, value, parseInstant(decided_at) ?? 0]),
  );
  const facts =
    outcome === 'order'
      ? sql`select profile, ordered_at as "at" from orders where counts and not is_return`
      : sql`select profile, occurred_at as "at" from events where name = ${outcome}`;
  const found = await warehouse.rows<{ place: number; profile: number; won: boolean }>(sql`
    with who as (select d.place, d.decided, i.profile from decided d join identifiers i on i.namespace = d.namespace and i.value = d.value where i.profile is not null)
    select w.place, any_value(w.profile)::INTEGER as profile, coalesce(bool_or(e."at" is not null), false) as won from who w
    left join (${facts}) e on e.profile = w.profile and e."at" > w.decided and e."at" <= w.decided + to_days(${horizon_days}::INTEGER) and e."at" <= ${timestamp(now)} group by w.place`);
  await warehouse.run(sql`drop table decided`);
  const known = new Map(found.map((row) => [row.place, row]));
  return rows.map(({ action, profile, decided_at, propensity, explored, context, cost }, place) => {
    const at = (parseInstant(decided_at) ?? 0) as Instant;
    const said = JSON.parse(context) as { readonly x: readonly number[]; readonly allowed: readonly string[] };
    const over = at + horizon_days * day <= now;
    const own = known.get(place);
    return {
      action,
      profile: own?.profile ?? profile,
      at,
      propensity,
      explored: explored === 1,
      context: Float64Array.from(said.x),
      allowed: said.allowed,
      outcome: over ? (own?.won === true ? 1 : 0) : null,
      cost,
    };
  });
}

/** How sure one is of nothing before anything was tried: a chance of a tenth, give or take a good deal. */
const prior = { mean: Float64Array.of(Math.log(0.1 / 0.9), 0, 0, 0, 0, 0), precision: 1 };

/**
 * What an outcome is worth to whom nothing is done: as the owner says, or as much as with the least of the actions that were open to them. It is the same order, so that no action has to make up for what another is worth:
 * by the average of £20 and £40 the one worth £20 could only lose.
 */
export const worthOfNothing = ({ worth_by_itself: own }: Pick<ActionSettings, 'worth_by_itself'>, open: readonly number[]): number =>
  own ?? (open.length === 0 ? 0 : Math.min(...open));

/** What the judged decisions tell of an action's chance of success. */
export function armOf(action: string, value: number, cost: number, decisions: readonly PastDecision[]): Arm {
  const own = decisions.filter((decision) => decision.action === action && decision.outcome !== null);
  const rows = new Float64Array(own.length * contextSize);
  own.forEach(({ context }, row) => rows.set(context, row * contextSize));
  return {
    posterior: fitPosterior(
      rows,
      contextSize,
      own.map(({ outcome }) => outcome ?? 0),
      prior,
    ),
    value,
    cost,
  };
}
