import { addCalendar, ClienteleError, type Instant, instant, localDate, startOfDate } from '../../core/index.ts';
import { counter } from '../../warehouse/index.ts';
import { namesMoment, resolveAsOf } from '../as-of.ts';
import type { App } from '../open.ts';

/** As the screens of flows and journeys begin. */
const usualDays = 90;

/** Local days, both included: what was said of them, else the last day before the moment, and the 90 days that end with the last one. Throws `date.invalid`. */
export async function usualRange(
  app: App,
  asOf: string | undefined,
  said: { readonly from?: string | undefined; readonly to?: string | undefined },
): Promise<{ readonly from: string; readonly to: string }> {
  const { zone } = app.workspace;
  const to = said.to ?? localDate(instant((await momentOfFigures(app, asOf)) - 1), zone);
  return { from: said.from ?? localDate(instant(addCalendar(startOfDay(to, zone), zone, { days: 1 - usualDays })), zone), to };
}

/** The moment that figures are of where none is named: that of the last refresh, or where live data has come to since. */
async function momentOfFigures(app: App, asOf: string | undefined): Promise<Instant> {
  const kept = namesMoment(app, asOf) ? 0 : Math.max(await counter(app.warehouse, 'features_as_of'), await counter(app.warehouse, 'refreshed_as_of'));
  return kept > 0 ? instant(kept) : (await resolveAsOf(app, asOf)).at;
}

function startOfDay(date: string, zone: string): Instant {
  try {
    return startOfDate(date, zone);
  } catch (cause) {
    throw new ClienteleError('date.invalid', { value: date }, {}, cause);
  }
}
