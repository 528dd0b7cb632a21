import { type Desk, resolveAsOf } from '../../app/index.ts';
import { addCalendar, instant, localDate } from '../../core/index.ts';
import { insightAnswer } from '../routes/insight.ts';

/** The panels that are asked for first, and those that take longest: computed once after facts have changed, before somebody waits for them. */
export async function warm(desk: Desk, stopped: () => boolean, whenQuiet: () => Promise<void>): Promise<void> {
  const { zone } = desk.workspace();
  const { at: until } = await desk.read((app) => resolveAsOf(app, undefined));
  const to = localDate(instant(until - 1), zone);
  const from = localDate(instant(addCalendar(until, zone, { days: -30 })), zone);
  const range = { from, to };
  const questions: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    ['/home/figures', range],
    ['/home/next-steps', {}],
    ['/home/value-concentration', {}],
    ['/insights/rfm', {}],
    ['/home/lifecycle-flow', range],
    ['/insights/purchase-gaps', {}],
    ['/insights/cohorts', {}],
    ['/insights/when', {}],
    ['/insights/where', {}],
    ['/insights/categories', {}],
    ['/insights/affinity', {}],
  ];
  for (const [path, query] of questions) {
    // Whoever asks goes first: what they look at is kept as well, and machines of shops have few processors.
    await whenQuiet();
    if (stopped()) return;
    // A panel that can not be computed says so to whoever opens it.
    await insightAnswer(desk, path, query).catch(() => undefined);
  }
}
