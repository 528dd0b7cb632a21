import { useCallback, useMemo, useRef, useState } from 'react';
import type { Vocabulary } from '../../../../language/index.ts';
import type { BuilderWorld } from './builder-context.ts';
import { useFocusNode } from './use-focus-node.ts';
import type { Live } from './use-live.ts';

/** What the parts of a builder share: the definition in hand, what is known of it, and what is being dragged. */
export function useWorld(editor: BuilderWorld['editor'], live: Live, vocabulary: Vocabulary, self: string | undefined): BuilderWorld {
  const [dragged, setDragged] = useState<string | undefined>();
  const focus = useFocusNode(editor.document.root);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const announce = useCallback((message: string) => {
    const place = document.querySelector('#builder-announcement');
    if (place === null) return;
    // The same words twice are only said twice when the place was empty between.
    place.textContent = '';
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      place.textContent = message;
    }, 30);
  }, []);
  const { members, hints, stale, detail } = live;
  const customers = detail === undefined || detail.share === 0 ? undefined : Math.round(detail.members / detail.share);
  const locked = editor.document.trouble.length > 0;
  return useMemo(
    () => ({
      editor,
      vocabulary,
      self,
      members,
      hints,
      customers,
      stale,
      locked,
      announce,
      focus,
      drag: { id: dragged, start: setDragged, end: () => setDragged(undefined) },
    }),
    [editor, vocabulary, self, members, hints, customers, stale, locked, announce, focus, dragged],
  );
}
