import type { Interpreted, LiveRecord, Received } from '../../contract/index.ts';
import { at, object, text } from '../read/json.ts';
import { refuse } from '../read/refusal.ts';
import { type Call, callIdentifiers } from './call.ts';
import { type ContextReader, readContext } from './context.ts';
import { aliased, grouped, identified } from './customer.ts';
import { eventOf } from './event.ts';
import { reviewOf } from './feedback.ts';
import { isOrderName, standardName } from './names.ts';
import { occurredAt } from './occurred-at.ts';
import { orderOf } from './order.ts';

/** A call of the tracking API → what it says: who it is about, when it was, then by type. */
export function interpretCall(message: Received, reader: ContextReader): Interpreted {
  const { body, receivedAt, messageId } = message;
  const happened = occurredAt(body, receivedAt);
  if (typeof happened !== 'number')
    return refuse(`${happened.invalid} is not an instant`, happened.invalid, 'Send ISO 8601 such as 2026-11-28T10:15:00.000Z, or nothing.');
  const call: Call = { body, identifiers: callIdentifiers(body), occurredAt: happened, receivedAt, messageId };
  if (call.identifiers.length === 0) return refuse('The call does not say who it is about', 'userId', 'Send a userId or an anonymousId.');
  return recordsOf(call, reader);
}

function recordsOf(call: Call, reader: ContextReader): Interpreted {
  const { body } = call;
  const context = readContext(body, call.occurredAt, reader);
  const type = text(body, 'type')?.toLowerCase();
  switch (type) {
    case 'track':
      return tracked(call, reader);
    case 'page':
    case 'screen': {
      const named = { ...call, body: { ...body, properties: { ...pageName(call), ...object(body, 'properties') } } };
      return told([eventOf(named, type === 'page' ? 'Page Viewed' : 'Screen Viewed', context)]);
    }
    case 'identify':
      return told([identified(call), eventOf({ ...call, body: withoutProperties(call) }, 'Identified', context)]);
    case 'group': {
      if (text(body, 'groupId', 'group_id') === undefined)
        return refuse('A group call does not say which group', 'groupId', 'Send the id of the company as groupId.');
      const joined = grouped(call);
      return told([joined, { ...eventOf({ ...call, body: withoutProperties(call) }, 'Group Joined', context), identifiers: joined.identifiers }]);
    }
    case 'alias': {
      const both = aliased(call);
      if (both === undefined)
        return refuse('An alias call does not name two ids', 'previousId', 'Send the earlier id as previousId and the new one as userId.');
      return told([both, eventOf({ ...call, body: withoutProperties(call) }, 'Alias Created', context)]);
    }
    default:
      return refuse(`There is no call of the type "${type ?? ''}"`, 'type', 'The types are identify, track, page, screen, group and alias.');
  }
}

const told = (records: readonly LiveRecord[]): Interpreted => ({ ok: true, records });

/** An order's event is kept beside the order: it stands in sequences and funnels, while what was bought is the order's. */
function tracked(call: Call, reader: ContextReader): Interpreted {
  const given = text(call.body, 'event');
  if (given === undefined) return refuse('A track call does not name its event', 'event', 'Send the name of what happened as event.');
  if (given.length > longestName)
    return refuse('The name of the event is longer than 200 characters', 'event', 'Put what differs from time to time into properties.');
  const standard = standardName(given);
  const event = eventOf(call, standard ?? given, readContext(call.body, call.occurredAt, reader), standard);
  if (standard === 'Product Reviewed') return told([event, reviewOf(call)]);
  if (!isOrderName(standard)) return told([event]);
  const order = orderOf(call, standard);
  return 'ok' in order ? order : told([event, order]);
}

/** A name with an id in it would make a new kind of event each time. */
const longestName = 200;

function pageName({ body }: Call): { readonly [key: string]: string } {
  const name = text(body, 'name');
  const category = text(body, 'category');
  return { ...(name === undefined ? {} : { name }), ...(category === undefined ? {} : { category }) };
}

/** Traits say who somebody is; as an event the call only says that it happened, and for a group which. */
function withoutProperties({ body }: Call): Call['body'] {
  const group = at(body, 'groupId');
  return { ...body, properties: group === undefined ? {} : { group_id: group } };
}
