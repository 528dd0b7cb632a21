import { formatInstant, instant } from '../../src/core/index.ts';
import { format } from '../../src/language/index.ts';
import type { Condition } from '../../src/language/tree.ts';
import type { Warehouse } from '../../src/warehouse/index.ts';
import { evaluateInWarehouse } from '../cases/evaluate-in-warehouse.ts';
import { loadWorld } from '../cases/load-world.ts';
import { evaluateNaively } from '../naive/evaluate.ts';
import type { Moment, World } from '../naive/world.ts';
import { eventProperties } from './random-words.ts';

export type Disagreement = { readonly tree: Condition; readonly world: World; readonly moment: Moment };

/** Profiles on which the warehouse and the naive evaluator differ, or why the warehouse could not say. Empty: they agree. */
export function difference(tree: Condition, world: World, moment: Moment, found: readonly number[] | string): string {
  if (typeof found === 'string') return `could not be computed: ${found}`;
  const expected = evaluateNaively(tree, world, moment);
  const wrong = [...found.filter((profile) => !expected.has(profile)), ...[...expected].filter((profile) => !found.includes(profile))];
  return wrong.sort((a, b) => a - b).join(' ');
}

async function disagrees(warehouse: Warehouse, { tree, world, moment }: Disagreement): Promise<boolean> {
  const vocabulary = await loadWorld(warehouse, world, eventProperties);
  const [found = 'no answer'] = await evaluateInWarehouse(warehouse, vocabulary, [{ tree }], moment);
  return difference(tree, world, moment, found) !== '';
}

/** The smallest tree and world, made by leaving things out one at a time, on which the two still differ. */
export async function shrink(warehouse: Warehouse, disagreement: Disagreement): Promise<Disagreement> {
  let smallest = disagreement;
  for (let tries = 0; tries < 400; ) {
    let shrunk: Disagreement | undefined;
    for (const candidate of smaller(smallest)) {
      tries += 1;
      if (await disagrees(warehouse, candidate)) {
        shrunk = candidate;
        break;
      }
      if (tries >= 400) break;
    }
    if (shrunk === undefined) break;
    smallest = shrunk;
  }
  return smallest;
}

function* smaller({ tree, world, moment }: Disagreement): Generator<Disagreement> {
  if ((tree.kind === 'all' || tree.kind === 'any' || tree.kind === 'none') && tree.of.length > 1) {
    for (const part of tree.of) yield { tree: part, world, moment };
    for (const gone of tree.of) yield { tree: { ...tree, of: tree.of.filter((part) => part !== gone) }, world, moment };
  } else if (tree.kind === 'all' || tree.kind === 'any' || tree.kind === 'none') {
    for (const part of tree.of) yield { tree: part, world, moment };
  }
  if (tree.kind === 'not') yield { tree: tree.of, world, moment };
  if (tree.kind === 'in-segment') for (const segment of Object.values(world.segments)) yield { tree: segment.tree, world, moment };
  if (world.profiles.length > 1) for (const profile of world.profiles) yield { tree, world: only(world, profile), moment };
  for (const kind of ['orders', 'items', 'events', 'feedback'] as const) {
    if (world[kind].length > 0) yield { tree, world: { ...world, [kind]: [] }, moment };
    for (const gone of world[kind]) yield { tree, world: { ...world, [kind]: world[kind].filter((fact) => fact !== gone) }, moment };
  }
  for (const [profile, fields] of world.attributes) {
    for (const name of Object.keys(fields)) {
      const fewer = Object.fromEntries(Object.entries(fields).filter(([each]) => each !== name));
      yield { tree, world: { ...world, attributes: new Map([...world.attributes, [profile, fewer]]) }, moment };
    }
  }
}

function only(world: World, profile: number): World {
  const mine = <F extends { readonly profile: number }>(facts: readonly F[]): readonly F[] => facts.filter((fact) => fact.profile === profile);
  return {
    ...world,
    profiles: [profile],
    attributes: new Map([[profile, world.attributes.get(profile) ?? {}]]),
    orders: mine(world.orders),
    items: mine(world.items),
    events: mine(world.events),
    feedback: mine(world.feedback),
  };
}

/** Everything needed to see what happened, ready to become a case of `test/cases`. */
export function show({ tree, world, moment }: Disagreement, how: string): string {
  const readable = (fact: object): string =>
    JSON.stringify(fact, (key, value: unknown) =>
      (key === 'at' || key === 'receivedAt') && typeof value === 'number' ? formatInstant(instant(value)) : value,
    );
  return [
    `  text: ${format(tree)}`,
    `  now: ${formatInstant(instant(moment.now))}, zone ${moment.zone}, week starts on ${moment.weekStart}`,
    `  wrong for: ${how}; by the naive evaluator the members are: ${[...evaluateNaively(tree, world, moment)].join(' ') || 'nobody'}`,
    ...[...world.attributes].map(([profile, fields]) => `  ${profile}: ${JSON.stringify(fields)}`),
    ...(['orders', 'items', 'events', 'feedback'] as const).flatMap((kind) => world[kind].map((fact) => `  ${kind}: ${readable(fact)}`)),
  ].join('\n');
}
