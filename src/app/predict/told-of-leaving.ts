import type { CustomerForecast, CustomerScore } from '../../contract/index.ts';
import { chanceOf, localDate, writtenDate } from '../../core/index.ts';
import type { App } from '../open.ts';
import type { Leaver } from './left-members.ts';

/** What a value model says of one customer, with that first by which it goes most: that a member has left. Of everybody else as it is. */
export function toldOfLeaving({ workspace }: App, leaver: Leaver | undefined, told: CustomerForecast): CustomerForecast {
  if (leaver === undefined) return told;
  const {
    membership,
    at,
    lately,
    returns,
    told: { days },
  } = leaver;
  const left = `“${membership.ends}” on ${writtenDate(localDate(at, workspace.zone))}, and no “${membership.begins}” since.`;
  const such = `who had ended it ${lately ? `in the ${days} days before` : `more than ${days} days before`}`;
  const said =
    returns.left === 0
      ? 'Nobody else was seen after leaving: all that is expected here goes by even chances until some are.'
      : `Of ${returns.left} ${such}, counted at four moments of the past, ${returns.came === 0 ? 'nobody' : returns.came} ordered within ${days} days: all that is expected here goes by that.`;
  return { ...told, because: [`${left} ${said}`, ...told.because] };
}

/** The same with what is said of a member who may leave: what is expected of them goes by their charges, and is what would be lost. */
export function toldOfMayLeave(told: CustomerForecast, score: CustomerScore | undefined): CustomerForecast {
  if (score === undefined || score.base_rate === null || score.probability < 2 * score.base_rate) return told;
  const said = `“${score.title}” says ${chanceOf(score.probability)} within ${score.horizon_days} days. What is expected here goes by their charges and what else is known of them, and would be lost with them.`;
  return { ...told, because: [said, ...told.because] };
}
