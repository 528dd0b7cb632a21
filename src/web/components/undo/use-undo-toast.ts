import { notifications } from '@mantine/notifications';
import { createElement, useCallback } from 'react';
import { UndoMessage } from './undo-message.tsx';

type Done = { readonly message: string; readonly undo?: (() => Promise<unknown>) | undefined };

/** Says what has been done and, for eight seconds, offers to take it back. */
export function useUndoToast(): (done: Done) => void {
  return useCallback(({ message, undo }) => {
    const id = crypto.randomUUID();
    notifications.show({ id, message: createElement(UndoMessage, { message, undo, close: () => notifications.hide(id) }), withBorder: true });
  }, []);
}
