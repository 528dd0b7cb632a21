import { loadIdentities, loadMemberships } from '../activate/index.ts';
import type { Decision, DecideRequest } from '../contract/index.ts';
import { ClienteleError } from '../core/index.ts';
import { findProfile } from '../profiles/index.ts';
import { resolveAsOf } from './as-of.ts';
import { currentSegments } from './current.ts';
import { decideFrom, readySlots } from './decider.ts';
import type { App } from './open.ts';

/** One decision without a server: brings everything up to date first. The customer may be named in any way that a person would. @throws customer.unknown */
export async function decideNow(app: App, request: DecideRequest, when: string | undefined): Promise<Decision> {
  const asOf = await resolveAsOf(app, when);
  await currentSegments(app, { ...asOf, explicit: false });
  const identities = await loadIdentities(app.warehouse);
  const found = request.customer === undefined ? undefined : await findProfile(app.warehouse, request.customer);
  if (request.customer !== undefined && found === undefined) throw new ClienteleError('customer.unknown', { id: request.customer });
  const named =
    found === undefined || identities.findAny(request.customer ?? '') !== undefined
      ? identities
      : { ...identities, findAny: () => ({ namespace: 'profile number', profile: found }) };
  const state = { slots: await readySlots(app), identities: named, memberships: await loadMemberships(app.warehouse) };
  return decideFrom(state, request, app.workspace.zone, app.effects, asOf.explicit ? { at: asOf.at } : {});
}
