import type { Condition, Group, Not } from '../../language/index.ts';

/** A condition that is no group and no negation: one row of the builder. */
export type LeafCondition = Exclude<Condition, Group | Not>;

/**
 * The tree as the builder holds it: every node has an identity that survives edits, negations are a property of what they deny,
 * and there may be rows and groups that are not filled in yet. The root is always a group.
 */
export type EditorNode = EditorGroup | EditorRow;

export type GroupMode = Group['kind'];

export type EditorGroup = {
  readonly kind: 'group';
  readonly id: string;
  readonly mode: GroupMode;
  /** Written without brackets of its own while it holds one condition, and left out while it holds none. */
  readonly loose: boolean;
  /** How many times `not` stands before it. */
  readonly negations: number;
  readonly of: readonly EditorNode[];
};

export type EditorRow = {
  readonly kind: 'row';
  readonly id: string;
  readonly negations: number;
  /** Undefined until somebody has said what the condition is about. */
  readonly condition: LeafCondition | undefined;
  /** Begun, without its value yet: left out of the definition. */
  readonly pending: boolean;
};

/** Gives a new identity each time it is called. */
export type NewId = () => string;

export function countingIds(prefix = 'n'): NewId {
  let last = 0;
  return () => `${prefix}${(last += 1)}`;
}

export const emptyRoot = (newId: NewId): EditorGroup => ({ kind: 'group', id: newId(), mode: 'all', loose: true, negations: 0, of: [] });
export const newGroup = (newId: NewId, mode: GroupMode, of: readonly EditorNode[]): EditorGroup => ({
  kind: 'group',
  id: newId(),
  mode,
  loose: true,
  negations: 0,
  of,
});
export const newRow = (newId: NewId, condition?: LeafCondition, pending = false): EditorRow => ({
  kind: 'row',
  id: newId(),
  negations: 0,
  condition,
  pending,
});
