import { type Condition, type Diagnostic, format, formatPretty, parse } from '../../language/index.ts';
import { type EditorGroup, type EditorNode, emptyRoot, type NewId } from './node.ts';
import { toEditor } from './to-editor.ts';
import { toTree } from './to-tree.ts';

/** Both views of one definition. While the text can't be read, the conditions are those of the last text that could be. */
export type EditorDocument = {
  readonly root: EditorGroup;
  readonly text: string;
  /** What keeps the text from being read; empty while both views say the same. */
  readonly trouble: readonly Diagnostic[];
};

export const emptyDocument = (newId: NewId): EditorDocument => ({ root: emptyRoot(newId), text: '', trouble: [] });

export const documentOf = (text: string, newId: NewId): EditorDocument => writeText(emptyDocument(newId), text, newId);

/** Somebody typed: the text stays as it is typed, the conditions follow as soon as it can be read. */
export function writeText(document: EditorDocument, text: string, newId: NewId): EditorDocument {
  if (text.trim() === '') return { root: emptyRoot(newId), text, trouble: [] };
  const parsed = parse(text);
  if (!parsed.ok) return { ...document, text, trouble: parsed.error };
  return { root: adopt(document.root, toEditor(parsed.value.tree, newId)), text, trouble: [] };
}

/** Somebody changed a condition: the text is written anew, unless it says the same already. */
export function editRoot(document: EditorDocument, root: EditorGroup): EditorDocument {
  const tree = toTree(root);
  if (document.trouble.length === 0 && sameTree(tree, toTree(document.root))) return { ...document, root };
  return { root, text: tree === undefined ? '' : formatPretty(tree), trouble: [] };
}

const sameTree = (a: Condition | undefined, b: Condition | undefined): boolean => a === b || (a !== undefined && b !== undefined && format(a) === format(b));

/** Nodes that stand where one of their kind stood before keep its identity, so that counts and focus stay with them. */
function adopt(before: EditorGroup, after: EditorGroup): EditorGroup {
  return { ...after, id: before.id, of: after.of.map((node, index) => adoptNode(before.of[index], node)) };
}

function adoptNode(before: EditorNode | undefined, after: EditorNode): EditorNode {
  if (before === undefined || before.kind !== after.kind) return after;
  if (before.kind === 'group' && after.kind === 'group') return adopt(before, after);
  return { ...after, id: before.id };
}
