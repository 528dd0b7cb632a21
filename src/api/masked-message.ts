import { maskRow } from '../access/index.ts';
import type { LiveMessage } from '../contract/index.ts';

/** A message for those who may not see personal data: names, e-mails, phones and ids within it are masked wherever they stand. */
export function maskedMessage(message: LiveMessage): LiveMessage {
  const { body, says, ...rest } = message;
  return {
    ...rest,
    says: says.map((words) => words.replace(/^order .*/s, 'order …')),
    body: typeof body === 'object' && body !== null ? maskRow(body as Record<string, unknown>) : '…',
  };
}
