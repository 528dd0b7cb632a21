import { join, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { type Decision, stageDecisions } from '../identity/decisions.ts';
import { namespaceRank } from '../identity/guards.ts';
import { nameOf } from '../person/name.ts';
import { candidatePairs, stageCandidates } from './candidates.ts';

/** Two profiles that may be one customer, for a person to decide; `score` says how sure, 0 to 1. */
export type ProbableDuplicate = {
  readonly a: { readonly profile: number; readonly label: string };
  readonly b: { readonly profile: number; readonly label: string };
  readonly reason: string;
  readonly score: number;
};

/** Profiles that share no identifier but probably are one customer, surest first; pairs decided apart are left out. Nothing is changed. */
export async function findDuplicates(
  warehouse: Warehouse,
  request: { readonly limit: number; readonly decisions: readonly Decision[] },
): Promise<readonly ProbableDuplicate[]> {
  await stageCandidates(warehouse);
  await stageDecisions(warehouse, request.decisions);
  await warehouse.run(sql`create or replace temp table duplicate_pairs as
    select a, b, max(score) as score, arg_max(reason, (score, reason)) as reason from (${join(
      candidatePairs.map((pairs) => sql`(${pairs})`),
      ' union all ',
    )}) group by a, b`);
  const rows = await warehouse.rows<{ a: number; b: number; score: number; reason: string; label_a: string; label_b: string }>(sql`
    with apart as (
      select least(x.profile, y.profile) as a, greatest(x.profile, y.profile) as b from identity_decided_pairs d
      join identifiers x on x.identifier = d.a join identifiers y on y.identifier = d.b where d.kind = 'apart'),
    listed as (select * from duplicate_pairs anti join apart using (a, b) order by score desc, a, b limit ${request.limit}),
    people as (select a as profile from listed union select b from listed),
    labels as (
      select p.profile, coalesce(${await nameOf(warehouse)}, min_by(i.value, ${namespaceRank(sql`i.namespace`)} || i.value)) as label
      from people p join identifiers i using (profile) left join attributes a on a.profile = p.profile group by p.profile, ${await nameOf(warehouse)})
    select l.*, x.label as label_a, y.label as label_b from listed l join labels x on x.profile = l.a join labels y on y.profile = l.b order by l.score desc, l.a, l.b`);
  return rows.map(({ a, b, score, reason, label_a, label_b }) => ({ a: { profile: a, label: label_a }, b: { profile: b, label: label_b }, reason, score }));
}
