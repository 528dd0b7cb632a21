import type { ScoredCustomers } from '../../contract/index.ts';
import { ClienteleError } from '../../core/index.ts';
import { approvedModels, readMatrix, reasonsOf, scoreMatrix } from '../../predict/index.ts';
import { readSummaries } from '../../profiles/index.ts';
import { ident, sql } from '../../sql/index.ts';
import { resolveAsOf } from '../as-of.ts';
import { featuresTableFor } from '../moment.ts';
import type { App } from '../open.ts';
import { intervalOf } from './customer-predictions.ts';
import { foresightOf, foresightsOf } from './foresight.ts';
import type { KeptClassifier } from './kinds/classifier.ts';
import { shopOf } from './shop.ts';

export type ScoredAsked = {
  /** `score` or, where the value model acts, `stake`: probability times the value of the next twelve months. */
  readonly sort: 'score' | 'stake';
  readonly least: number;
  readonly most: number;
  readonly limit: number;
  readonly offset: number;
};

/** Customers by what a classifier says of them, each with the reasons: whom to call this week, why, and how sure that is. Throws `model.unknown`, `model.no-list`, `model.unapproved`. */
export async function scoredCustomers(app: App, model: string, { sort, least, most, limit, offset }: ScoredAsked): Promise<ScoredCustomers> {
  const foresight = await foresightOf(app, model);
  if (foresight.kind !== 'classifier') {
    const able = (await foresightsOf(app)).filter(({ kind }) => kind === 'classifier');
    throw new ClienteleError('model.no-list', { model, models: able.map((own) => own.model).join(', ') });
  }
  const acting = await approvedModels(app.control);
  const stored = acting.find((own) => own.model === model);
  if (stored === undefined) throw new ClienteleError('model.unapproved', { model, version: 1 });
  const kept = stored.content as KeptClassifier;
  const column = ident(foresight.traits(app, kept)[0]?.column ?? '');
  const worth = acting.some((own) => own.model === 'value') ? sql`predicted_value_12m` : sql`null::DOUBLE`;
  const among = sql`${column} between ${least} and ${most}`;
  const total = (await app.warehouse.row<{ total: number }>(sql`select count(*)::INTEGER as total from features where ${among}`))?.total ?? 0;
  const order = sort === 'stake' ? sql`coalesce(${column} * ${worth}, 0) desc` : sql`${column} desc`;
  const rows = await app.warehouse.rows<{ profile: number; probability: number; worth: number | null }>(sql`
    select profile, ${column}::DOUBLE as probability, ${worth}::DOUBLE as worth from features where ${among} order by ${order}, profile limit ${limit} offset ${offset}`);
  const profiles = rows.map(({ profile }) => profile);
  const reasons = await reasonsFor(app, kept, profiles);
  const people = new Map((await readSummaries(app.warehouse, profiles)).map((own) => [own.profile, own]));
  return {
    model,
    version: stored.version,
    total,
    items: rows.flatMap(({ profile, probability, worth: value }) => {
      const customer = people.get(profile);
      if (customer === undefined) return [];
      const { low, high } = intervalOf(kept, probability);
      return [
        { customer, probability, low, high, value_12m: value, at_stake: value === null ? null : probability * value, reasons: reasons.get(profile) ?? [] },
      ];
    }),
    next: null,
  };
}

/** What speaks for and against it, of some customers, now or at a moment of the past. */
export async function reasonsFor(app: App, kept: KeptClassifier, profiles: readonly number[], asOf?: string) {
  if (profiles.length === 0) return new Map<number, ScoredCustomers['items'][number]['reasons']>();
  const shop = await shopOf(app);
  const moment = await resolveAsOf(app, asOf);
  const table = await featuresTableFor(app, moment);
  const matrix = await readMatrix(app.warehouse, moment.at, shop, { table, profiles });
  const scored = await scoreMatrix(app.warehouse, shop, kept, matrix, table);
  const found = reasonsOf(kept, scored.table, Uint32Array.from(scored.profiles.keys()), shop);
  return new Map(Array.from(scored.profiles, (profile, row) => [profile, found[row] ?? []] as const));
}
