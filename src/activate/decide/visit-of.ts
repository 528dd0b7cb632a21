import { kindOfDevice } from '../../collect/index.ts';
import type { VisitContext } from '../../contract/index.ts';
import type { Instant } from '../../core/index.ts';
import type { Visit } from '../../language/index.ts';
import { localClock, weekdayName } from '../slots/local-clock.ts';
import { readAgent } from './agent.ts';

/** What a request says of the visit, as the words of the language. */
export function visitOf(context: VisitContext | undefined, at: Instant, workspaceZone: string, recognised: boolean): Visit {
  const { page, campaign, location, cart } = context ?? {};
  const agent = readAgent(context?.user_agent ?? context?.userAgent ?? '');
  const { weekday, minutes } = clockOf(at, context?.timezone ?? undefined, workspaceZone);
  const url = addressOf(page?.url);
  const host = url?.host;
  const referrer = addressOf(page?.referrer)?.host;
  return {
    'context.hour': Math.floor(minutes / 60),
    'context.weekday': weekdayName(weekday),
    'context.device': deviceOf(context?.device) ?? agent.device,
    'context.os': (typeof context?.os === 'object' ? context.os?.name : context?.os) ?? agent.os,
    'context.browser': context?.browser ?? agent.browser,
    'context.language': /^[a-z]{2,3}(?=$|[-_])/i.exec(context?.locale ?? '')?.[0]?.toLowerCase(),
    'context.page': page?.path ?? url?.pathname,
    'context.host': host,
    'context.title': page?.title,
    'context.referrer': referrer === host ? undefined : referrer,
    'context.campaign': campaign?.name ?? url?.searchParams.get('utm_campaign'),
    'context.campaign_source': campaign?.source ?? url?.searchParams.get('utm_source'),
    'context.campaign_medium': campaign?.medium ?? url?.searchParams.get('utm_medium'),
    'context.country': location?.country,
    'context.region': location?.region,
    'context.city': location?.city,
    'context.cart_value': cart?.value,
    'context.cart_items': cart?.items,
    'context.cart_products': cart?.products,
    'context.returning': context?.returning,
    'context.recognised': recognised,
  };
}

/** A zone that is none, or none at all, is that of the workspace. */
function clockOf(at: Instant, zone: string | undefined, workspaceZone: string): ReturnType<typeof localClock> {
  try {
    return localClock(at, zone ?? workspaceZone);
  } catch {
    return localClock(at, workspaceZone);
  }
}

const addressOf = (text: string | null | undefined): URL | undefined => (text !== undefined && text !== null && URL.canParse(text) ? new URL(text) : undefined);

function deviceOf(told: VisitContext['device']): string | undefined {
  if (typeof told !== 'object' || told === null) return told ?? undefined;
  return kindOfDevice(told.type ?? undefined, told.model ?? told.name ?? undefined);
}
