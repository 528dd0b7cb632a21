import { Autocomplete, Button, Group, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemBox } from '../../../components/problem/problem-box.tsx';

type Props = {
  readonly title: string;
  readonly label: string;
  readonly verb: string;
  readonly start: string;
  /** Names to choose from; others may be typed. */
  readonly known?: readonly string[];
  /** Nothing is a name too: out of any folder. */
  readonly mayBeEmpty?: boolean;
  readonly pending: boolean;
  readonly error: unknown;
  readonly onDone: (name: string) => void;
  readonly onClose: () => void;
};

/** Asks for the name of a folder. */
export function NameDialog({ title, label, verb, start, known, mayBeEmpty = false, pending, error, onDone, onClose }: Props) {
  const { t } = useTranslation(['segments-list', 'common']);
  const [name, setName] = useState(start);
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('common:close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onDone(name.trim());
        }}
      >
        {known === undefined ? (
          <TextInput data-autofocus label={label} value={name} maxLength={100} onChange={({ currentTarget }) => setName(currentTarget.value)} />
        ) : (
          <Autocomplete data-autofocus label={label} description={t('moveHint')} value={name} maxLength={100} data={[...known]} onChange={setName} />
        )}
        {error === null || error === undefined ? null : <ProblemBox error={error} />}
        <Group justify="flex-end" gap="xs" mt="md">
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={pending} disabled={!mayBeEmpty && name.trim() === ''}>
            {verb}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
