import { expect, test } from 'vitest';
import type { ColumnMapping } from '../../contract/index.ts';
import { guessFeedbackKind } from './guess-feedback-kind.ts';

const columns = (...headers: readonly string[]): readonly ColumnMapping[] => headers.map((header) => ({ header, field: 'custom', confidence: 1, reason: '' }));

test.each([
  [['Response ID', 'Submitted At', 'NPS', 'Comment'], 'survey'],
  [['Date', 'Email', 'How likely are you to recommend us?', 'Why'], 'survey'],
  [['Date', 'Email', 'Satisfaction (1-5)'], 'survey'],
  [['Ticket ID', 'Email', 'Subject', 'Body'], 'ticket'],
  [['id', 'email', 'subject', 'priority', 'created'], 'ticket'],
  [['ticket_id', 'email', 'created', 'subject', 'priority', 'satisfaction'], 'ticket'],
  [['Ticket', 'Requester', 'Subject', 'Description', 'Created', 'CSAT'], 'ticket'],
  [['Response ID', 'Ticket', 'Satisfaction'], 'survey'],
  [['Review ID', 'Date', 'Product', 'Rating', 'Review'], undefined],
  [['Date', 'Email', 'Stars', 'Snapshots'], undefined],
] as const)('%j is %s', (headers, kind) => {
  expect(guessFeedbackKind(columns(...headers))).toBe(kind);
});

test('a column that says it of each row is asked', () => {
  expect(guessFeedbackKind([...columns('NPS'), { header: 'Type', field: 'feedback_kind', confidence: 1, reason: '' }])).toBeUndefined();
});
