import { performance } from 'node:perf_hooks';
import {
  consentCondition,
  consentOf,
  type DecisionLog,
  decideSlot,
  decisionLog,
  type Identities,
  listSlots,
  loadIdentities,
  loadMemberships,
  type Memberships,
  type Moved,
  type ReadySlot,
  readySlot,
  visitOf,
  visitorOf,
} from '../activate/index.ts';
import type { Decision, DecideRequest, LoggedDecision, SlotDefinition } from '../contract/index.ts';
import { ClienteleError, formatInstant, type Instant } from '../core/index.ts';
import { hiddenSlug } from '../segments/index.ts';
import { sql } from '../sql/index.ts';
import { counter } from '../warehouse/index.ts';
import type { Desk } from './desk.ts';
import type { App } from './open.ts';
import { vocabularyOf } from './vocabulary.ts';

/** All that decisions are made from, in memory. */
export type DecideState = { readonly slots: ReadonlyMap<string, ReadySlot>; readonly identities: Identities; readonly memberships: Memberships };

export type DecideOptions = {
  /** A definition that is looked at before it is published, in place of the one in force. */
  readonly draft?: { readonly slug: string; readonly definition: SlotDefinition };
  readonly at?: Instant;
};

/** Answers requests from memory and keeps it up to date in the background. */
export type Decider = {
  readonly decide: (request: DecideRequest, by: LoggedDecision['by']) => Promise<Decision>;
  /** As `decide`, written into no log. */
  readonly preview: (request: DecideRequest, options: DecideOptions) => Promise<Decision>;
  /** Published slots. */
  readonly slots: () => Promise<ReadonlyMap<string, ReadySlot>>;
  readonly log: DecisionLog;
  /** Grows whenever what decisions are made from may be another. */
  readonly version: () => number;
  /** Keeps up with who enters and leaves, as it is told. */
  readonly follow: (subscribe: (listener: (moved: readonly Moved[]) => void) => () => void) => void;
  /** Resolves when everything written by now is in memory. */
  readonly catchUp: () => Promise<void>;
};

/** Milliseconds between two looks for new identifiers. */
const betweenLooks = 200;
const mostRecent = 20_000;
/** What could not be read is not tried again with every request. */
const pauseAfterFailure = 5000;

export async function openDecider(desk: Desk, failed: (error: unknown) => void = () => undefined): Promise<Decider> {
  const log = decisionLog();
  let state: DecideState | undefined;
  let stamps = { identities: '', memberships: '' };
  let loadedAt = -1;
  let version = 0;
  let loading: Promise<void> | undefined;
  let lookedAt = -1;
  let loadAgain = 0;
  let looking = false;
  // What was told while members are read anew is told to them afterwards.
  let recent: readonly Moved[] = [];

  const load = (): Promise<void> => {
    loading ??= desk
      .read(async (app) => {
        const writes = desk.writes();
        const facts = `${await counter(app.warehouse, 'facts_version')} ${await counter(app.warehouse, 'identity_version')}`;
        const members = await membersStamp(app);
        const before = state;
        const identities = before === undefined || facts !== stamps.identities ? await loadIdentities(app.warehouse) : before.identities;
        const memberships = before === undefined || members !== stamps.memberships ? await loadMemberships(app.warehouse) : before.memberships;
        const slots = await readySlots(app);
        memberships.apply(recent.filter(({ id }) => Number(id) > memberships.upTo));
        state = { slots, identities, memberships };
        stamps = { identities: facts, memberships: members };
        loadedAt = writes;
        version += 1;
      })
      .finally(() => {
        loading = undefined;
      });
    return loading;
  };

  const notNow = (error: unknown): void => {
    loadAgain = performance.now() + pauseAfterFailure;
    failed(error);
  };

  const catchUp = async (): Promise<void> => {
    do await load();
    while (loadedAt !== desk.writes());
  };

  /** What is in memory now; where something has been written since, it is read anew while requests go on with what there is. */
  const current = async (): Promise<DecideState> => {
    if (state === undefined) await load();
    else if (loadedAt !== desk.writes() && loading === undefined && performance.now() > loadAgain) load().catch(notNow);
    if (state === undefined) throw new ClienteleError('internal', { detail: 'Decisions could not be prepared.' });
    return state;
  };

  /**
   * Live data brings new identifiers, joins people and takes them apart: whoever was not recognised may be the next time, and a device on which a second customer has signed in is
   * no longer the first one's.
   */
  const lookForNewcomers = (): void => {
    if (looking || state === undefined || lookedAt === desk.liveWrites()) return;
    looking = true;
    const { identities } = state;
    lookedAt = desk.liveWrites();
    void desk
      .read((app) => identities.update(app.warehouse))
      .catch(failed)
      .finally(() => setTimeout(() => (looking = false), betweenLooks).unref());
  };

  const preview: Decider['preview'] = async (request, options) => {
    await catchUp();
    const vocabulary = options.draft === undefined ? undefined : await desk.read((app) => vocabularyOf(app));
    return decideFrom(await current(), request, desk.workspace().zone, desk.app.effects, { ...options, vocabulary });
  };

  desk.onLiveShown(lookForNewcomers);
  return {
    decide: async (request, by) => {
      const from = performance.now();
      const decision = decideFrom(await current(), request, desk.workspace().zone, desk.app.effects, {});
      lookForNewcomers();
      const microseconds = Math.round((performance.now() - from) * 1000);
      for (const slot of decision.slots) log.add(logged(decision, slot, request, by, microseconds));
      return decision;
    },
    preview,
    slots: async () => (await current()).slots,
    log,
    version: () => version,
    follow: (subscribe) =>
      void subscribe((moved) => {
        recent = [...recent, ...moved].slice(-mostRecent);
        state?.memberships.apply(moved);
        version += 1;
        lookForNewcomers();
      }),
    catchUp,
  };
}

/** Published slots, read once for many requests. */
export async function readySlots(app: App): Promise<ReadonlyMap<string, ReadySlot>> {
  const slots = (await listSlots(app.control)).filter(({ published }) => published !== null);
  if (slots.length === 0) return new Map();
  const vocabulary = await vocabularyOf(app);
  return new Map(
    slots.flatMap(({ slug, published }) => (published === null ? [] : [[slug, readySlot(slug, published.version, published.definition, vocabulary)] as const])),
  );
}

/** Changes with the members that are stored. */
async function membersStamp(app: App): Promise<string> {
  const found = await app.warehouse.row<{ stamp: string }>(
    sql`select concat_ws(' ', count(*), max(evaluated_at), sum(members), sum(version), max(as_of)) as stamp from members`,
  );
  return found?.stamp ?? '';
}

export type Extras = DecideOptions & { readonly vocabulary?: Parameters<typeof readySlot>[3] | undefined };

/** One decision from what is in memory. */
export function decideFrom(
  state: DecideState,
  request: DecideRequest,
  zone: string,
  effects: App['effects'],
  { draft, vocabulary, at = effects.now() }: Extras,
): Decision {
  const { identities, memberships } = state;
  const { profile, recognisedBy } = visitorOf(request, identities);
  const kept = profile !== undefined && memberships.isMember(hiddenSlug(consentCondition), profile) === true;
  const consent = consentOf({ signal: request.gpc === true, request: request.consent?.personalisation, kept });
  const visit = visitOf(request.context, at, zone, profile !== undefined);
  const moment = { profile, isMember: memberships.isMember, visit, consent, at, zone };
  const slots = chosen(
    state.slots,
    request.slots,
    draft === undefined || vocabulary === undefined ? undefined : readySlot(draft.slug, null, draft.definition, vocabulary),
  );
  return {
    id: effects.randomId(),
    at: formatInstant(at),
    profile: profile ?? null,
    recognised_by: recognisedBy,
    consent: consent.state,
    consent_from: consent.from,
    segments: profile === undefined ? [] : memberships.segmentsOf(profile),
    slots: slots.map((slot) => decideSlot(slot, moment)),
    as_of: memberships.asOf === undefined ? null : formatInstant(memberships.asOf),
  };
}

/** Those asked for that there are, in their order; all where none are named. */
function chosen(slots: ReadonlyMap<string, ReadySlot>, asked: readonly string[] | undefined, draft: ReadySlot | undefined): readonly ReadySlot[] {
  if (draft !== undefined) return [draft];
  return asked === undefined ? [...slots.values()] : asked.flatMap((slug) => slots.get(slug) ?? []);
}

const logged = (
  decision: Decision,
  slot: Decision['slots'][number],
  request: DecideRequest,
  by: LoggedDecision['by'],
  microseconds: number,
): LoggedDecision => ({
  id: decision.id,
  at: decision.at,
  by,
  profile: decision.profile,
  consent: decision.consent,
  slot: slot.slot,
  version: slot.version,
  variant: slot.variant,
  reason: slot.reason,
  rule: slot.rule,
  when: slot.rule === null ? null : (slot.rules.find(({ rule }) => rule === slot.rule)?.when ?? null),
  page: request.context?.page?.path ?? null,
  microseconds,
});
