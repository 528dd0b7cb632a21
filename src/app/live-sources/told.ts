import type { Interpreted, JsonObject, LiveMessage, LiveRecord } from '../../contract/index.ts';
import { formatInstant } from '../../core/index.ts';
import type { Seen } from './recent-messages.ts';

/** A message as the debugger shows it: what arrived, and what it was read as or why it was not. */
export function toldMessage({ message, duplicate, refused }: Seen, interpreted: Interpreted): LiveMessage {
  return {
    message_id: message.messageId,
    received_at: formatInstant(message.receivedAt),
    title: titleOf(message.body),
    duplicate,
    status: refused === true ? 'refused' : interpreted.ok ? 'accepted' : 'quarantined',
    reason: interpreted.ok ? null : interpreted.reason,
    field: interpreted.ok ? null : interpreted.field,
    hint: interpreted.ok ? null : interpreted.hint,
    says: interpreted.ok ? interpreted.records.map(wordsOf) : [],
    body: message.body,
  };
}

/** The event's name, else what kind of message it is. */
export function titleOf(body: JsonObject): string {
  for (const key of ['event', 'name', 'topic', 'type', 'format']) {
    const value = body[key];
    if (typeof value === 'string' && value !== '') return value.slice(0, 200);
  }
  return 'message';
}

function wordsOf(record: LiveRecord): string {
  switch (record.kind) {
    case 'event':
      return `event ${record.name}`;
    case 'order':
      return `order ${record.orderId}`;
    case 'customer':
      return customerWith(Object.keys(record.traits).length);
    case 'feedback':
      return record.feedbackKind;
  }
}

const customerWith = (traits: number): string => (traits === 0 ? 'identifiers joined' : `customer with ${traits} ${traits === 1 ? 'trait' : 'traits'}`);
