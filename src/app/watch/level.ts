import type { NoticeDraft } from '../../contract/index.ts';
import { inTime } from '../../control/index.ts';
import { day } from '../../core/index.ts';
import { contributorsTo, happenedAt, type InsightContext, type Judged, levelWords, watchedIn, type WatchedLevel } from '../../insight/index.ts';
import type { App } from '../open.ts';
import type { WatchedShop } from './series.ts';

/** A change of level is told once; a change to the same side within so long goes on with it. */
const quietFor = 12 * 7 * day;

type Changed = Judged & { readonly level: WatchedLevel };

/** What is told of the shop's own figures that have stayed at another level, and which of them it says that of. */
export type LevelTold = { readonly draft: NoticeDraft; readonly keys: readonly string[] };

/**
 * At most one to each side, of the first figure (revenue, then orders) with the others in its words: they fall and rise together. Not told is what a notice has already told of
 * a week since then, nor what was told of another figure lately.
 */
export async function levelsLeft(app: App, context: InsightContext, all: readonly Judged[], weeks: WatchedShop['weeks']): Promise<readonly LevelTold[]> {
  const found: LevelTold[] = [];
  for (const side of ['low', 'high'] as const) {
    const changed = all.filter((each): each is Changed => each.level !== undefined && each.level.after < each.level.before === (side === 'low'));
    if (changed.length === 0 || (await toldLately(app, context, side))) continue;
    const told = await Promise.all(changed.map((each) => weekTold(app, each, side)));
    const lead = changed.find((_, place) => told[place] === false);
    if (lead === undefined) continue;
    const { series, level } = lead;
    const contributors = await contributorsTo(context, watchedIn(series), weeks, { newest: level.weeks, before: weeksBefore });
    found.push({
      keys: changed.map(({ series: { key } }) => key),
      draft: {
        key: `level:${side}:${series.key}:${level.since}`,
        kind: 'unusual',
        subject: series.subject,
        at: happenedAt(lead),
        figure: { unit: series.unit, actual: level.after, expected: level.before, low: level.low, high: level.high },
        contributors,
        ...levelWords(context, [lead, ...changed.filter((each) => each !== lead)], contributors),
      },
    });
  }
  return found;
}

const weeksBefore = 16;

async function toldLately({ control }: App, { at }: InsightContext, side: 'low' | 'high'): Promise<boolean> {
  const row = await control
    .selectFrom('notices')
    .select('id')
    .where('key', 'like', `level:${side}:%`)
    .where(inTime('at'), '>', at - quietFor)
    .where(inTime('at'), '<=', at)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether a notice has told of a single week of this figure, to this side, since the level was left. */
async function weekTold({ control }: App, { series: { subject }, level }: Changed, side: 'low' | 'high'): Promise<boolean> {
  const rows = await control
    .selectFrom('notices')
    .select('figure')
    .where('subject_type', '=', subject.type)
    .where('subject_id', '=', subject.id)
    .where('kind', 'in', ['unusual', 'forecast'])
    .where(inTime('at'), '>', level.start)
    .execute();
  return rows.some(({ figure }) => {
    const { actual, expected } = (figure === null ? {} : JSON.parse(figure)) as { readonly actual?: number; readonly expected?: number };
    return actual !== undefined && expected !== undefined && actual < expected === (side === 'low');
  });
}
