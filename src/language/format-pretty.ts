import { format } from './format.ts';
import type { Condition } from './tree.ts';

const width = 100;

/** Canonical text over several lines where one would be long; `parse` gives the same tree back. Ends without a line break. */
export const formatPretty = (tree: Condition): string => lines(tree, 0).join('\n');

function lines(tree: Condition, indent: number): readonly string[] {
  const flat = format(tree);
  if (indent + flat.length <= width) return [flat];
  switch (tree.kind) {
    case 'all':
    case 'any':
    case 'none':
      return tree.kind === 'none' || tree.of.length < 2 ? listed(tree.kind, tree.of, indent) : joined(tree.kind === 'all' ? 'and' : 'or', tree.of, indent);
    case 'not': {
      const inner = isJoined(tree.of) ? parenthesised(tree.of, indent) : lines(tree.of, indent);
      return [`not ${inner[0] ?? ''}`, ...inner.slice(1)];
    }
    case 'sequence':
      return flat.split(/ (?=then )/).length === tree.steps.length ? flat.split(/ (?=then )/).map((step, index) => (index === 0 ? step : `  ${step}`)) : [flat];
    default:
      return [flat];
  }
}

/** `a` / `and b` / `and c`, groups inside in parentheses of their own. */
function joined(word: 'and' | 'or', parts: readonly Condition[], indent: number): readonly string[] {
  return parts.flatMap((part, index) => {
    const inner = isJoined(part) ? parenthesised(part, indent) : lines(part, indent + word.length + 1);
    return index === 0 ? inner : [`${word} ${inner[0] ?? ''}`, ...inner.slice(1)];
  });
}

function parenthesised(tree: Condition, indent: number): readonly string[] {
  const flat = format(tree);
  if (indent + flat.length + 6 <= width) return [`(${flat})`];
  return ['(', ...lines(tree, indent + 2).map((line) => `  ${line}`), ')'];
}

function listed(kind: string, parts: readonly Condition[], indent: number): readonly string[] {
  const inner = parts.flatMap((part, index) => {
    const own = lines(part, indent + 2);
    const last = own.length - 1;
    return own.map((line, at) => `  ${line}${at === last && index < parts.length - 1 ? ',' : ''}`);
  });
  return [`${kind} of (`, ...inner, ')'];
}

const isJoined = (tree: Condition): boolean => (tree.kind === 'all' || tree.kind === 'any') && tree.of.length > 1;
