import type { Interpret, Interpreted, Received } from '../contract/index.ts';
import { text } from './read/json.ts';
import { interpretRefused } from './receive/refused.ts';
import { contextReader } from './tracking/context.ts';
import { interpretCall } from './tracking/interpret-call.ts';
import { readUserAgent } from './user-agent.ts';

/**
 * Message → what it says. Pure: it only remembers what it has worked out. A webhook's body is an envelope `{format, topic, payload}`, everything else is a call of the
 * tracking API.
 */
export function createInterpret(): Interpret {
  const reader = contextReader(readUserAgent);
  return (message: Received): Interpreted => {
    const format = text(message.body, 'format');
    if (format === 'refused') return interpretRefused(message.body);
    return interpretCall(message, reader);
  };
}
