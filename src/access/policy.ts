import { type Role, roles, type Scope } from '../contract/index.ts';
import type { ErrorCode } from '../core/index.ts';
import { type Principal, seesPersonalData } from './principal.ts';

/** Who may call a route. `session` is what a person does for themself in the browser: keys can not. */
export type Policy = 'public' | 'session' | { readonly role: Role; readonly scope: Scope; readonly personalData?: 'required' };

/** True, or the error that says what is missing; the most telling one where several are. */
export function allowed(principal: Principal, policy: Policy): true | ErrorCode {
  if (policy === 'public') return true;
  if (principal.kind === 'anonymous') return 'access.required';
  if (policy === 'session') return principal.kind === 'person' ? true : 'access.session-only';
  if (principal.kind === 'key' && !principal.scopes.includes(policy.scope)) return 'access.scope';
  if (roles.indexOf(principal.role) < roles.indexOf(policy.role)) return 'access.role';
  if (policy.personalData === 'required' && !seesPersonalData(principal)) return 'access.personal-data';
  return true;
}
