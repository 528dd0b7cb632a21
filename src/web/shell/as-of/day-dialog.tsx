import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { seeAsOf, seenAsOf } from '../../api/seen-as-of.ts';
import { localDay } from '../../components/format/local-day.ts';
import { useWorkspace } from '../../components/use-workspace.ts';

/** Asks for the day to look from. Everything that is counted is counted as of it; what is changed is changed today. */
export function DayDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('shell');
  const { zone } = useWorkspace();
  const today = localDay(new Date(), zone);
  const [day, setDay] = useState(seenAsOf ?? today);
  return (
    <Modal opened onClose={onClose} title={t('asOf.title')} closeButtonProps={{ 'aria-label': t('asOf.close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          seeAsOf(day >= today ? undefined : day);
        }}
      >
        <p>{t('asOf.explain')}</p>
        <TextInput
          type="date"
          label={t('asOf.day')}
          required
          data-autofocus
          max={today}
          value={day}
          onChange={({ currentTarget }) => setDay(currentTarget.value)}
        />
        <Group justify="flex-end" gap="xs" mt="md">
          {seenAsOf === undefined ? null : (
            <Button variant="default" onClick={() => seeAsOf(undefined)}>
              {t('asOf.back')}
            </Button>
          )}
          <Button type="submit">{t('asOf.look')}</Button>
        </Group>
      </form>
    </Modal>
  );
}
