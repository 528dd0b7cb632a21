import type { AccessContext } from './context.ts';
import { principalOfKey } from './keys.ts';
import type { Principal } from './principal.ts';
import { sha256 } from './token.ts';

/** So long a key that was good is believed without looking again; its end by date may be noticed that much later. */
const believed = 1_000_000;
const most = 1000;

/**
 * Whoever asks a thousand times a second is looked up once a second. `changed` forgets all of them: every change of people and keys calls it, so a key that is taken
 * back opens nothing from that moment on. Keys are remembered by their digest.
 */
export function knownKeys(context: AccessContext): { readonly principalOf: (key: string) => Promise<Principal | undefined>; readonly changed: () => void } {
  const known = new Map<string, { readonly principal: Principal; readonly until: number }>();
  let turn = 0;
  return {
    principalOf: async (key) => {
      const digest = sha256(key);
      const before = known.get(digest);
      if (before !== undefined && context.effects.now() < before.until) return before.principal;
      const asked = turn;
      const principal = await principalOfKey(context, key);
      known.delete(digest);
      // What was looked up while somebody changed it is not kept.
      if (principal === undefined || asked !== turn) return principal;
      if (known.size >= most) known.delete(known.keys().next().value ?? '');
      known.set(digest, { principal, until: context.effects.now() + believed });
      return principal;
    },
    changed: () => {
      turn += 1;
      known.clear();
    },
  };
}
