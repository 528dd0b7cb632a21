import type { JsonObject, JsonValue, LiveRecord, MessageEvent } from '../../contract/index.ts';
import type { Instant } from '../../core/index.ts';
import { identifiersOf } from '../read/identifiers.ts';
import { filled } from '../read/json.ts';
import type { ContextReader } from '../tracking/context.ts';

/** The names that engagement has wherever it comes from; an imported file of messages gets the same (`contract/message-actions.ts`). */
export type MailEventName = MessageEvent;

export type MailEvent = {
  readonly name: MailEventName;
  readonly address: string | undefined;
  readonly at: Instant;
  readonly campaign?: string | undefined;
  readonly link?: string | undefined;
  readonly agent?: string | undefined;
  readonly properties?: Readonly<Record<string, JsonValue | undefined>>;
};

/** What a customer did with a mail. Undefined without a usable address: it is nobody's. */
export function mailEvent(event: MailEvent, reader: ContextReader): LiveRecord | undefined {
  const identifiers = identifiersOf([['email', event.address]]);
  if (identifiers.length === 0) return undefined;
  const agent = reader.agent(event.agent ?? '');
  const properties: JsonObject = filled({ browser: agent.browser, os: agent.os, ...event.properties });
  return {
    kind: 'event',
    identifiers,
    name: event.name,
    occurredAt: event.at,
    fields: filled({ campaign: event.campaign, channel: 'email', page: event.link, device: agent.device }),
    properties,
  };
}
