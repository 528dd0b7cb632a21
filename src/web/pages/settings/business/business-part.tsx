import { Button, Select, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../../../api/client.ts';
import type { Answered } from '../../../api/answered.ts';
import { Panel } from '../../../components/panel/panel.tsx';
import { ProblemBox } from '../../../components/problem/problem-box.tsx';
import { useUndoToast } from '../../../components/undo/use-undo-toast.ts';
import { usePerson } from '../../../components/use-workspace.ts';
import { Asked } from '../../../components/waiting/asked.tsx';
import styles from '../settings.module.css';
import { businessQuery } from '../settings-queries.ts';
import { useChanged } from '../use-changed.ts';
import { FixedFacts } from './fixed-facts.tsx';

/** Name, first day of the week, and what "now" is. */
export function BusinessPart() {
  return <Asked answer={useQuery(businessQuery)}>{(known) => <BusinessForm key={JSON.stringify(known)} known={known} />}</Asked>;
}

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

function BusinessForm({ known }: { readonly known: Answered<'/api/v1/workspace'> }) {
  const { t } = useTranslation('settings');
  const may = usePerson()?.role === 'owner';
  const changed = useChanged();
  const toast = useUndoToast();
  const [name, setName] = useState(known.name);
  const [weekStart, setWeekStart] = useState<string>(weekdays[known.week_start - 1] ?? 'monday');
  const [refunded, setRefunded] = useState<string>(known.refunded_orders);
  const [present, setPresent] = useState<string>(known.present);
  const save = useMutation({
    mutationFn: () => answer(client.PATCH('/api/v1/workspace', { body: { name: name.trim(), weekStart, refundedOrders: refunded, present } })),
    onSuccess: async () => {
      toast({ message: t('saved') });
      await changed();
    },
  });
  return (
    <Panel title={t('business.title')}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') save.mutate();
        }}
      >
        <TextInput label={t('business.name')} value={name} maxLength={200} disabled={!may} onChange={(event) => setName(event.currentTarget.value)} />
        <Select
          label={t('business.weekStart')}
          data={weekdays.map((day) => ({ value: day, label: t(`business.days.${day}`) }))}
          value={weekStart}
          allowDeselect={false}
          disabled={!may}
          onChange={(day) => setWeekStart(day ?? weekStart)}
        />
        <Select
          label={t('business.refunded')}
          description={t('business.refundedHint')}
          data={(['count', 'ignore'] as const).map((value) => ({ value, label: t(`business.refundedIs.${value}`) }))}
          value={refunded}
          allowDeselect={false}
          disabled={!may}
          onChange={(value) => setRefunded(value ?? refunded)}
        />
        <Select
          label={t('business.present')}
          description={t('business.presentHint')}
          data={(['now', 'latest'] as const).map((value) => ({ value, label: t(`business.presentIs.${value}`) }))}
          value={present}
          allowDeselect={false}
          disabled={!may}
          onChange={(value) => setPresent(value ?? present)}
        />
        {save.isError ? <ProblemBox error={save.error} /> : null}
        <div className={styles.row}>
          <Button type="submit" disabled={!may || name.trim() === ''} loading={save.isPending}>
            {t('save')}
          </Button>
          {may ? null : <span className={styles.small}>{t('ownersOnly')}</span>}
        </div>
      </form>
      <FixedFacts known={known} />
    </Panel>
  );
}
