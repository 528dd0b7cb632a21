import { type Condition, describeCondition, format, type Vocabulary } from '../../language/index.ts';
import type { Actual } from './actual.ts';

type Verdict = { readonly text: string; readonly holds: boolean; readonly actual: Actual };

/** One plain sentence for each thing that would have to change for the customer to get in. */
export function toEnter(tree: Condition, conditions: readonly Verdict[], vocabulary: Vocabulary): readonly string[] {
  const verdicts = new Map(conditions.map((each) => [each.text, each]));
  return needed(tree, true, verdicts, vocabulary);
}

function needed(tree: Condition, wanted: boolean, verdicts: ReadonlyMap<string, Verdict>, vocabulary: Vocabulary): readonly string[] {
  if (holds(tree, verdicts) === wanted) return [];
  switch (tree.kind) {
    case 'all':
      return wanted
        ? tree.of.flatMap((part) => needed(part, true, verdicts, vocabulary))
        : [`No longer be a customer ${tree.of.map((part) => quote(part, vocabulary)).join(' and ')}.`];
    case 'any':
      return wanted
        ? [`Become a customer ${tree.of.map((part) => quote(part, vocabulary)).join(', or ')}.`]
        : tree.of.flatMap((part) => needed(part, false, verdicts, vocabulary));
    case 'none':
      return wanted
        ? tree.of.flatMap((part) => needed(part, false, verdicts, vocabulary))
        : [`Become a customer ${tree.of.map((part) => quote(part, vocabulary)).join(', or ')}.`];
    case 'not':
      return needed(tree.of, !wanted, verdicts, vocabulary);
    default:
      return [`${wanted ? 'Become' : 'No longer be'} a customer ${quote(tree, vocabulary)}${now(tree, verdicts)}.`];
  }
}

const quote = (tree: Condition, vocabulary: Vocabulary): string => describeCondition(tree, vocabulary);

function now(tree: Condition, verdicts: ReadonlyMap<string, Verdict>): string {
  const actual = verdict(tree, verdicts)?.actual;
  if (
    actual === undefined ||
    tree.kind === 'sequence' ||
    tree.kind === 'in-segment' ||
    tree.kind === 'random' ||
    tree.kind === 'can-receive' ||
    tree.kind === 'within'
  )
    return '';
  return actual === null ? ' (now unknown)' : ` (now ${Array.isArray(actual) ? actual.join(', ') : String(actual)})`;
}

/** A condition stands among the verdicts as itself, or under its `not`. */
function verdict(tree: Condition, verdicts: ReadonlyMap<string, Verdict>): Verdict | undefined {
  const own = verdicts.get(format(tree));
  if (own !== undefined) return own;
  const negated = verdicts.get(format({ kind: 'not', of: tree }));
  return negated === undefined ? undefined : { ...negated, holds: !negated.holds };
}

function holds(tree: Condition, verdicts: ReadonlyMap<string, Verdict>): boolean {
  switch (tree.kind) {
    case 'all':
      return tree.of.every((part) => holds(part, verdicts));
    case 'any':
      return tree.of.some((part) => holds(part, verdicts));
    case 'none':
      return !tree.of.some((part) => holds(part, verdicts));
    case 'not':
      return !holds(tree.of, verdicts);
    default:
      return verdict(tree, verdicts)?.holds ?? false;
  }
}
