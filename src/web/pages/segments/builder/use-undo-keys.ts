import { useEffect } from 'react';
import type { Editor } from './use-editor.ts';

/** Ctrl+Z and Ctrl+Shift+Z anywhere on the page: the fields' own undo would fall out of step with the definition. */
export function useUndoKeys({ undo, redo }: Pick<Editor, 'undo' | 'redo'>): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented) return;
      const letter = event.key.toLowerCase();
      const wanted = letter === 'z' ? (event.shiftKey ? redo : undo) : letter === 'y' ? redo : undefined;
      if (wanted === undefined) return;
      event.preventDefault();
      wanted();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [undo, redo]);
}
