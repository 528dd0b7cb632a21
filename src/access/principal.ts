import type { Role, Scope } from '../contract/index.ts';

/** Who asks. A key acts for the person who made it and never may more than they may now. */
export type Principal =
  | { readonly kind: 'anonymous' }
  | {
      readonly kind: 'person';
      readonly person: string;
      readonly email: string;
      readonly name: string;
      readonly role: Role;
      readonly personalData: boolean;
      readonly session: string;
    }
  | {
      readonly kind: 'key';
      readonly key: string;
      readonly name: string;
      readonly person: string;
      readonly role: Role;
      /** The person's permission; the key needs the scope too, see `seesPersonalData`. */
      readonly personalData: boolean;
      readonly scopes: readonly Scope[];
    };

export const anonymous: Principal = Object.freeze({ kind: 'anonymous' });

/** Whether names, e-mails, phones, addresses and birth dates are answered as they are; otherwise they are masked. */
export function seesPersonalData(principal: Principal): boolean {
  switch (principal.kind) {
    case 'anonymous':
      return false;
    case 'person':
      return principal.personalData;
    case 'key':
      return principal.personalData && principal.scopes.includes('personal_data');
  }
}

/** A stable text for one asker, such as the owner of an idempotency key. */
export function principalId(principal: Principal): string {
  switch (principal.kind) {
    case 'anonymous':
      return 'anonymous';
    case 'person':
      return `person:${principal.person}`;
    case 'key':
      return `key:${principal.key}`;
  }
}
