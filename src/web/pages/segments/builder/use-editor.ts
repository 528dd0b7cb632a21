import { useCallback, useMemo, useState } from 'react';
import { documentOf, type EditorDocument, editRoot, writeText } from '../../../segment-editor/document.ts';
import { type History, historyOf, record, redo, undo } from '../../../segment-editor/history.ts';
import { countingIds, type EditorGroup, type NewId } from '../../../segment-editor/node.ts';

/** All that a person edits here: what one undo takes back. */
export type Work = { readonly document: EditorDocument; readonly name: string; readonly folder: string };
export type Start = { readonly text: string; readonly name: string; readonly folder: string };

export type Editor = Work & {
  readonly newId: NewId;
  /** Edits of one burst are one step back. */
  readonly edit: (change: (root: EditorGroup) => EditorGroup, burst?: string) => void;
  readonly write: (text: string) => void;
  readonly name: string;
  readonly rename: (name: string) => void;
  readonly refolder: (folder: string) => void;
  readonly reset: (start: Start) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
};

/** The definition in hand with its history; both views edit this one. */
export function useEditor(start: Start): Editor {
  const [newId] = useState(() => countingIds());
  const [history, setHistory] = useState<History<Work>>(() => historyOf(workOf(start, newId)));
  const change = useCallback((next: (work: Work) => Work, burst?: string) => setHistory((before) => record(before, next(before.present), burst)), []);
  const actions = useMemo(
    () => ({
      edit: (edit: (root: EditorGroup) => EditorGroup, burst?: string) =>
        change((work) => {
          const root = edit(work.document.root);
          return root === work.document.root ? work : { ...work, document: editRoot(work.document, root) };
        }, burst),
      write: (text: string) => change((work) => (text === work.document.text ? work : { ...work, document: writeText(work.document, text, newId) }), 'text'),
      rename: (name: string) => change((work) => ({ ...work, name }), 'name'),
      refolder: (folder: string) => change((work) => ({ ...work, folder }), 'folder'),
      reset: (fresh: Start) => setHistory((before) => record(before, workOf(fresh, newId))),
      undo: () => setHistory(undo),
      redo: () => setHistory(redo),
    }),
    [change, newId],
  );
  return { ...history.present, ...actions, newId, canUndo: history.past.length > 0, canRedo: history.future.length > 0 };
}

const workOf = ({ text, name, folder }: Start, newId: NewId): Work => ({ document: documentOf(text, newId), name, folder });
