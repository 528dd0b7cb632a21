import type { Principal } from '../access/index.ts';
import type { App } from '../app/index.ts';
import type { Service } from './service.ts';

/** One request's world: who asks, and the workspace to answer from. */
export type Context = Service & {
  readonly principal: Principal;
  /** Who the same cookie or key stands for at this moment, for answers that stay open. */
  readonly principalNow: () => Promise<Principal>;
  /** Whether this principal may see names, e-mails and phones as they are. */
  readonly personalData: boolean;
  /** Who is written down as the author of a change. */
  readonly author: string;
  /** Aborted when whoever asked has gone away. */
  readonly signal: AbortSignal;
  /** Answers from a connection of its own; stops computing when the asker has gone. */
  readonly read: <T>(work: (app: App) => Promise<T>) => Promise<T>;
  readonly write: <T>(work: (app: App) => Promise<T>) => Promise<T>;
  /** For what lies in the control store alone: waits for other changes, but not for live data. */
  readonly define: <T>(work: (app: App) => Promise<T>) => Promise<T>;
  /** The version an editor believes to change, from `If-Match`, unquoted. */
  readonly ifMatch: string | undefined;
  /** Marks the answer with its version, for a later `If-Match`. */
  readonly setEtag: (version: string) => void;
  /** The token of the session that asks, or came with the request unrecognised. */
  readonly sessionToken: string | undefined;
  readonly setSession: (token: string) => void;
  readonly clearSession: () => void;
  /** Where the asker is: address and agent, for back-off and the list of sessions. */
  readonly from: { readonly address: string; readonly agent: string };
  readonly lastEventId: string | undefined;
};
