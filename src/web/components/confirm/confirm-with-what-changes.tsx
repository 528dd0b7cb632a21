import { Button, Group, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemBox } from '../problem/problem-box.tsx';

type Props = {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  /** What will change, in numbers: who enters, who leaves, which others follow. */
  readonly children: ReactNode;
  /** The verb on the button: "Publish", "Delete". Never "OK". */
  readonly verb: string;
  readonly danger?: boolean;
  readonly pending: boolean;
  readonly error?: unknown;
  readonly onConfirm: () => void;
};

/** Nothing surprises: what will change is shown before it changes. */
export function ConfirmWithWhatChanges({ opened, onClose, title, children, verb, danger = false, pending, error, onConfirm }: Props) {
  const { t } = useTranslation('common');
  return (
    <Modal opened={opened} onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('close') }}>
      {children}
      {error === undefined || error === null ? null : <ProblemBox error={error} />}
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button onClick={onConfirm} loading={pending} {...(danger ? { color: 'red' } : {})}>
          {verb}
        </Button>
      </Group>
    </Modal>
  );
}
