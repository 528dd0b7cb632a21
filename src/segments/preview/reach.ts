import type { Condition, Moment, Vocabulary } from '../../language/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import type { Lists } from '../evaluate/combine.ts';
import { emptySet, intersection, type ProfileSet, size } from '../evaluate/profile-set.ts';
import type { PreviewCache } from './preview-cache.ts';
import { setsOf } from './sets-of.ts';

/** How many of a definition's people a message can reach, step by step. Each number is of those of the step before. */
export type Reach = {
  readonly channel: 'email' | 'sms' | 'post';
  /** Nothing was ever imported that this channel would need. */
  readonly missing: 'address' | 'consent' | null;
  readonly contactable: number;
  readonly consented: number;
  readonly reachable: number;
  /** Of those contactable: who said no, and who was never asked. */
  readonly refused: number;
  readonly unasked: number;
};

type Channel = { readonly channel: Reach['channel']; readonly address: readonly string[]; readonly consent: readonly string[] };

const channels: readonly Channel[] = [
  { channel: 'email', address: ['email'], consent: ['accepts_email_marketing', 'accepts_email'] },
  { channel: 'sms', address: ['phone'], consent: ['accepts_sms_marketing', 'accepts_sms'] },
  { channel: 'post', address: ['address', 'street'], consent: ['accepts_post_marketing', 'accepts_post'] },
];

/** Members → contactable → consented → reachable for each channel, asked in the segment language itself. */
export async function reachOf(
  warehouse: Warehouse,
  tree: Condition,
  moment: Moment,
  lists: Lists,
  cache?: PreviewCache,
): Promise<{ readonly members: number; readonly reach: readonly Reach[] }> {
  const plans = channels.map((channel) => planOf(channel, moment.vocabulary));
  const trees = plans.flatMap(({ conditions }) => conditions.filter((condition) => condition !== undefined));
  const { universe, sets } = await setsOf(warehouse, [tree, ...trees], moment, lists, cache);
  const [whole = emptySet(universe.largest), ...found] = sets;
  const answers = new Map(trees.map((condition, index) => [condition, found[index] ?? emptySet(universe.largest)]));
  const within = (set: ProfileSet, condition: Condition | undefined): ProfileSet =>
    condition === undefined ? emptySet(universe.largest) : intersection(set, answers.get(condition) ?? emptySet(universe.largest));
  const reach = plans.map(({ channel, missing, conditions: [address, yes, no, reachable] }): Reach => {
    const contactable = within(whole, address);
    const consented = within(contactable, yes);
    const refused = size(within(contactable, no));
    return {
      channel,
      missing,
      contactable: size(contactable),
      consented: size(consented),
      reachable: size(within(consented, reachable)),
      refused,
      unasked: size(contactable) - size(consented) - refused,
    };
  });
  return { members: size(whole), reach };
}

type Plan = {
  readonly channel: Reach['channel'];
  readonly missing: Reach['missing'];
  /** Has an address, said yes, said no, can receive. */
  readonly conditions: readonly [Condition | undefined, Condition | undefined, Condition | undefined, Condition | undefined];
};

function planOf({ channel, address, consent }: Channel, { attributes }: Vocabulary): Plan {
  const has = address.find((name) => attributes.has(name));
  const accepts = consent.find((name) => attributes.has(name));
  const said = (value: boolean): Condition | undefined =>
    accepts === undefined ? undefined : { kind: 'compare', left: { kind: 'attribute', name: accepts }, operator: '=', values: [value] };
  const known: Condition | undefined = has === undefined ? undefined : { kind: 'known', attribute: has };
  // Letters have no bounces or unsubscriptions: whoever agreed and has an address is reached.
  const reachable: Condition | undefined = channel === 'post' ? said(true) : { kind: 'can-receive', channel, purpose: 'marketing' };
  const missing = has === undefined ? 'address' : accepts === undefined ? 'consent' : null;
  return { channel, missing, conditions: [known, said(true), said(false), accepts === undefined ? undefined : reachable] };
}
