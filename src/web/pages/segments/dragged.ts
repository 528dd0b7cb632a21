import type { DragEvent } from 'react';

/** What is dragged travels with the drag itself, so that a drop is right however late the screen is. */
export type Dragged = 'application/x-clientele-segment' | 'application/x-clientele-condition';

export function beginDrag(event: DragEvent, type: Dragged, id: string): void {
  event.dataTransfer.setData(type, id);
  event.dataTransfer.effectAllowed = 'move';
}

/** True for a drag of ours: only then may it be dropped here. */
export const isDrag = (event: DragEvent, type: Dragged): boolean => event.dataTransfer.types.includes(type);

export const droppedId = (event: DragEvent, type: Dragged): string => event.dataTransfer.getData(type);
