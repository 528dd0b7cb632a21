import type { ColumnMapping, MappingOptions } from '../../contract/index.ts';
import { fieldName } from '../../core/index.ts';

const ofSurveys = /(^|_)(nps|ces|net_promoter|respondent|responses?|survey|questionnaire|likely|likelihood|recommend)(_|$)/;
const ofTickets = /(^|_)(ticket|case|priority|assignee|requester|resolved_at|closed_at)(_|$)/;
/** Asked in surveys, and of whoever had a ticket as well: beside a ticket's columns it is that ticket's. */
const ofBoth = /(^|_)(csat|satisfied|satisfaction)(_|$)/;

/**
 * Whether a guessed table of feedback holds the answers of a survey, tickets, or (undefined) reviews. It matters: a score of 0 to 10 is no rating in stars, and
 * what was answered becomes traits, while a ticket's priority is none of the person who wrote it. A column that says it of each row is asked instead.
 */
export function guessFeedbackKind(columns: readonly ColumnMapping[]): MappingOptions['feedbackKind'] {
  if (columns.some(({ field }) => field === 'feedback_kind')) return undefined;
  const names = columns.map(({ header }) => fieldName(header));
  const has = (words: RegExp): boolean => names.some((name) => words.test(name));
  if (has(ofSurveys)) return 'survey';
  if (has(ofTickets)) return 'ticket';
  return has(ofBoth) ? 'survey' : undefined;
}
