import type { ColumnMapping, MappingOptions } from '../../contract/index.ts';
import { fieldName } from '../../core/index.ts';

const ofSurveys = /(^|_)(nps|csat|ces|net_promoter|respondent|responses?|survey|questionnaire|likely|likelihood|recommend|satisfied|satisfaction)(_|$)/;
const ofTickets = /(^|_)(ticket|case|priority|assignee|requester|resolved_at|closed_at)(_|$)/;

/**
 * Whether a guessed table of feedback holds the answers of a survey, tickets, or (undefined) reviews. It matters: a score of 0 to 10 is no rating in stars, and
 * what was answered becomes traits. A column that says it of each row is asked instead.
 */
export function guessFeedbackKind(columns: readonly ColumnMapping[]): MappingOptions['feedbackKind'] {
  if (columns.some(({ field }) => field === 'feedback_kind')) return undefined;
  const names = columns.map(({ header }) => fieldName(header));
  if (names.some((name) => ofSurveys.test(name))) return 'survey';
  if (names.some((name) => ofTickets.test(name))) return 'ticket';
  return undefined;
}
