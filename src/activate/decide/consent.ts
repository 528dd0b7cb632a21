import type { Decision } from '../../contract/index.ts';

export type Consent = { readonly state: Decision['consent']; readonly from: Decision['consent_from'] };

/**
 * Whether content may be made for this visitor. A privacy signal of the browser is a no whatever else was said. What the visitor has chosen on
 * this device is of now, so it goes before what is kept of the customer; silence is no consent.
 */
export function consentOf(said: { readonly signal: boolean; readonly request: boolean | undefined; readonly kept: boolean }): Consent {
  if (said.signal) return { state: 'privacy-signal', from: 'request' };
  if (said.request !== undefined) return { state: said.request ? 'given' : 'refused', from: 'request' };
  return said.kept ? { state: 'given', from: 'customer' } : { state: 'missing', from: 'nowhere' };
}
