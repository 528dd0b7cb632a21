import type { JsonObject } from '../../src/contract/index.ts';

/** Message number N of a run is always the same: who looks whether it is there knows what it said. */
export type Message = { readonly type: 'track' | 'identify' | 'alias'; readonly body: JsonObject };

/** So many people are only ever identified, so that their newest trait is known. */
const observed = 23;

/**
 * Seven of ten are events, some of visitors without a name. Two are traits and consents of people whom nothing else speaks of, with their number as a trait; one in ten joins a
 * visitor to a customer.
 */
export function messageOf(number: number): Message {
  const messageId = `m${number}`;
  if (number % 10 === 0) return { type: 'alias', body: { messageId, previousId: `a${number % 170}`, userId: `c${number % 130}` } };
  if (number % 10 < 3) {
    const traits = { step: number, plan: `p${number % 3}`, email_consent: number % 4 < 2 };
    return { type: 'identify', body: { messageId, userId: observedPerson(number), traits } };
  }
  const who = number % 2 === 0 ? { userId: `c${number % 130}` } : { anonymousId: `a${number % 170}` };
  return { type: 'track', body: { messageId, ...who, event: number % 3 === 0 ? 'Seen' : 'Bought', properties: { number, text: 'x'.repeat(number % 300) } } };
}

export const observedPerson = (number: number): string => `t${number % observed}`;
