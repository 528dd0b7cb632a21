import { useCallback, useEffect, useRef } from 'react';
import type { EditorGroup } from '../../../segment-editor/node.ts';

type Wanted = { readonly id: string; readonly on: 'handle' | 'field' };

/** Puts the focus into a condition once it stands where it has been moved or made. */
export function useFocusNode(root: EditorGroup): (id: string, on: 'handle' | 'field') => void {
  const wanted = useRef<Wanted | undefined>(undefined);
  useEffect(() => {
    if (wanted.current === undefined) return;
    const { id, on } = wanted.current;
    const node = document.querySelector(`[data-node="${CSS.escape(id)}"]`);
    if (node === null) return;
    wanted.current = undefined;
    const target = on === 'handle' ? node.querySelector<HTMLElement>(`[data-handle="${CSS.escape(id)}"]`) : firstField(node);
    target?.focus();
  }, [root]);
  return useCallback((id, on) => {
    wanted.current = { id, on };
  }, []);
}

/** The first thing to fill in, past what the condition is about and how it compares; else whatever can be chosen. */
const firstField = (node: Element): HTMLElement | null =>
  node.querySelector<HTMLElement>('[data-form] input:not([type="checkbox"])') ??
  node.querySelector<HTMLElement>('select') ??
  node.querySelector<HTMLElement>('button');
