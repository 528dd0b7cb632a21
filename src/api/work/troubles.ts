import type { NoticeDraft } from '../../contract/index.ts';
import { ClienteleError, formatInstant, hour, type Instant, localDate } from '../../core/index.ts';

/** Work that nobody waits for. */
export type Unattended = {
  /** As the log calls it. */
  readonly work: string;
  /** What an owner reads that could not be done: `Figures could not be brought up to date`. */
  readonly title: string;
  /** What that means, and what to do besides what the error itself says. */
  readonly advice: string;
};

/** Trouble with it: told in the log and as a notice, to whoever looks there. */
export type Troubles = { readonly failed: (what: Unattended, error: unknown) => void };

export type TroublesContext = {
  readonly now: () => Instant;
  readonly zone: () => string;
  readonly log: { readonly error: (fields: object, text: string) => void };
  readonly raise: (draft: NoticeDraft) => Promise<unknown>;
};

/** What fails every time is not told every time. */
const toldAgain = hour;

/** The same trouble is told once an hour in the log, with its stack, and once a day as a notice. */
export function openTroubles({ now, zone, log, raise }: TroublesContext): Troubles {
  const told = new Map<string, { readonly text: string; readonly at: Instant }>();
  return {
    failed: ({ work, title, advice }, error) => {
      const at = now();
      // Numbers in it (of a page, of a moment) make no other trouble.
      const text = (error instanceof Error ? error.message : String(error)).replaceAll(/\d+/g, '0');
      const before = told.get(work);
      if (before?.text === text && at - before.at < toldAgain) return;
      told.set(work, { text, at });
      const known = error instanceof ClienteleError && error.code !== 'internal' ? error : undefined;
      log.error({ err: error, work, advice: known === undefined ? advice : `${known.hint} ${advice}` }, title);
      const draft: NoticeDraft = {
        key: `job:${work}:${localDate(at, zone())}`,
        kind: 'job',
        severity: 'warning',
        subject: { type: 'job', id: work, name: title },
        title,
        // What is in no catalogue may hold what customers typed, and says nothing to an owner.
        sentence:
          known === undefined
            ? `Something failed inside Clientele; the server’s log says what, under "${work}". ${advice}`
            : `${known.message} ${known.screenHint} ${advice}`,
        at: formatInstant(at),
      };
      // Where not even that can be kept, the log is what is left.
      raise(draft).catch((cause: unknown) => log.error({ err: cause, work }, `${title}, and no notice of it could be kept`));
    },
  };
}
