import { ClienteleError } from '../core/index.ts';
import { findProfile } from '../profiles/index.ts';
import type { App } from './open.ts';

/** The profile behind any identifier. Throws `customer.unknown`. */
export async function profileOf(app: App, id: string): Promise<number> {
  const profile = await findProfile(app.warehouse, id);
  if (profile === undefined) throw new ClienteleError('customer.unknown', { id });
  return profile;
}
