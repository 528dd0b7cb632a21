import { type DragEvent, type KeyboardEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findNode, placeOf } from '../../../../segment-editor/find.ts';
import { moveNode, stepNode } from '../../../../segment-editor/moves.ts';
import { droppedId, isDrag } from '../../dragged.ts';
import { useBuilder } from '../builder-context.ts';
import styles from './node-frame.module.css';

/** Around each condition and group: what is dragged over it lands before or after; Alt with an arrow key moves it by a step. */
export function NodeFrame({
  id,
  parent,
  index,
  children,
}: {
  readonly id: string;
  readonly parent: string;
  readonly index: number;
  readonly children: ReactNode;
}) {
  const { editor, drag, locked } = useBuilder();
  const step = useStep();
  const [drop, setDrop] = useState<'before' | 'after' | undefined>();
  const half = (event: DragEvent<HTMLDivElement>): 'before' | 'after' => {
    const box = event.currentTarget.getBoundingClientRect();
    return event.clientY < box.top + box.height / 2 ? 'before' : 'after';
  };
  const over = (event: DragEvent<HTMLDivElement>) => {
    if (!isDrag(event, 'application/x-clientele-condition') || locked) return;
    event.preventDefault();
    event.stopPropagation();
    setDrop(half(event));
  };
  const dropped = (event: DragEvent<HTMLDivElement>) => {
    if (!isDrag(event, 'application/x-clientele-condition') || locked) return;
    event.preventDefault();
    event.stopPropagation();
    const moved = droppedId(event, 'application/x-clientele-condition');
    const place = half(event) === 'before' ? index : index + 1;
    editor.edit((root) => moveNode(root, moved, parent, place));
    setDrop(undefined);
    drag.end();
  };
  const keys = (event: KeyboardEvent<HTMLDivElement>) => {
    if (!event.altKey || locked || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    event.stopPropagation();
    step(id, event.key === 'ArrowUp' ? 'up' : 'down');
  };
  return (
    <div
      className={styles.frame}
      data-node={id}
      data-drop={drop}
      data-dragged={drag.id === id || undefined}
      onDragOver={over}
      onDragLeave={() => setDrop(undefined)}
      onDrop={dropped}
      onKeyDown={keys}
    >
      {children}
    </div>
  );
}

/** Moves by a step, keeps the focus on the handle and says where it has come to. */
export function useStep(): (id: string, direction: 'up' | 'down') => void {
  const { t } = useTranslation('segments-builder');
  const { editor, announce, focus } = useBuilder();
  return (id, direction) => {
    const root = stepNode(editor.document.root, id, direction);
    const place = placeOf(root, id);
    if (root === editor.document.root || place === undefined || findNode(root, id) === undefined) return;
    editor.edit(() => root);
    focus(id, 'handle');
    announce(t('moved', { place: place.index + 1, count: place.parent.of.length, group: t(`mode.${place.parent.mode}`) }));
  };
}
