import type { Workspace } from '../../../core/index.ts';
import { type Fragment, ident, sql, timestamp } from '../../../sql/index.ts';
import type { Warehouse } from '../../../warehouse/index.ts';
import type { CutOff } from '../histories/stage.ts';
import { stageRhythms } from './rhythms.ts';

/**
 * Who says when the next order comes of those who order in a rhythm (`stageRhythms`): the buying model, to which orders come by chance, or their last order and usual gap. `due`: the gap is not over yet; `late`: by up to half of it.
 * Of all others it is the model.
 */
export type DateChoice = { readonly due: 'model' | 'rhythm'; readonly late: 'model' | 'rhythm' };

/** Mean error in days over the horizon that was looked at; an order after its end, or none, counts as one at its end, for what was foretold and for what came. */
export type DateJudged = { readonly customers: number; readonly model: number; readonly rhythm: number };
export type DatesJudged = { readonly choice: DateChoice; readonly due: DateJudged; readonly late: DateJudged };

/** From this part of the usual gap on somebody late is told by the model alone: most of them are gone. */
export const latest = 1.5;
const fewest = 20;
/** Where too few are there to judge by: a rhythm that goes on is the simplest thing to say, and one that stopped is none. */
export const dateChoice: DateChoice = { due: 'rhythm', late: 'model' };

const rhythms = 'value_judged_rhythms';

/** Both ways held against what came between two moments, by scores (`next_days`) as of the first. */
export async function judgeDates(warehouse: Warehouse, workspace: Workspace, scores: string, from: CutOff, until: CutOff): Promise<DatesJudged> {
  await stageRhythms(warehouse, rhythms, from, workspace);
  const horizon = (until.at - from.at) / 86_400_000_000;
  const within = (days: Fragment): Fragment => sql`least(coalesce(${days}, ${horizon}::DOUBLE), ${horizon}::DOUBLE)`;
  const rows = await warehouse.rows<DateJudged & { readonly late: boolean }>(sql`
    with came as (select profile, (epoch_us(min(ordered_at)) - epoch_us(${timestamp(from.at)})) / 86400000000.0 as wait from orders
      where counts and not is_return and profile is not null and ordered_at > ${timestamp(from.at)} and ordered_at <= ${timestamp(until.at)} group by profile),
    both_ways as (select r.quiet_days >= r.gap_days as late, ${within(sql`c.wait`)} as wait, ${within(sql`s.next_days`)} as model, ${within(sql`greatest(0, r.gap_days - r.quiet_days)`)} as rhythm
      from ${ident(scores)} s join ${ident(rhythms)} r using (profile) left join came c using (profile) where r.quiet_days < ${latest} * r.gap_days)
    select late, count(*)::INTEGER as customers, avg(abs(model - wait)) as model, avg(abs(rhythm - wait)) as rhythm from both_ways group by late`);
  await warehouse.run(sql`drop table ${ident(rhythms)}`);
  const of = (late: boolean): DateJudged => {
    const found = rows.find((row) => row.late === late);
    return { customers: found?.customers ?? 0, model: found?.model ?? 0, rhythm: found?.rhythm ?? 0 };
  };
  const [due, late] = [of(false), of(true)];
  const better = ({ customers, model, rhythm }: DateJudged, unjudged: DateChoice['due']): DateChoice['due'] =>
    customers < fewest ? unjudged : rhythm <= model ? 'rhythm' : 'model';
  return { choice: { due: better(due, dateChoice.due), late: better(late, dateChoice.late) }, due, late };
}

/** What was found, as the card says it. */
export function datesSentence({ choice, due, late }: DatesJudged): string {
  const said = (who: string, { customers, model, rhythm }: DateJudged, chosen: DateChoice['due']): string =>
    customers < fewest
      ? ''
      : ` Of ${customers} ${who}, last order and usual gap were ${rhythm.toFixed(1)} days off on average and the model ${model.toFixed(1)}: ${chosen === 'rhythm' ? 'the gap' : 'the model'} says when.`;
  return `When the next order comes was held back, too, of customers with a regular rhythm.${said('whose gap was not over', due, choice.due)}${said('who were late', late, choice.late)}`;
}
