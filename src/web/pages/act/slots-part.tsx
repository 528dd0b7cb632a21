import { Badge, Button, TextInput } from '@mantine/core';
import { IconBolt } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../../api/client.ts';
import { EmptyState } from '../../components/empty-state/empty-state.tsx';
import { useFormat } from '../../components/format/use-format.ts';
import { InnerLink } from '../../components/group/inner-link.tsx';
import { Panel } from '../../components/panel/panel.tsx';
import { ProblemBox } from '../../components/problem/problem-box.tsx';
import { Asked } from '../../components/waiting/asked.tsx';
import { useMayEdit } from '../segments/may-edit.ts';
import { slotsQuery } from './act-queries.ts';
import styles from './act.module.css';

/** Every slot with what stands there now, and where a new one is made. */
export function SlotsPart() {
  const { t } = useTranslation('act');
  const format = useFormat();
  const may = useMayEdit();
  return (
    <div className={styles.part}>
      <Panel title={t('slots.title')} how={t('slots.how')}>
        <Asked answer={useQuery(slotsQuery)}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState icon={IconBolt} title={t('slots.none')}>
                {t('slots.noneHint')}
              </EmptyState>
            ) : (
              <ul className={styles.list}>
                {items.map((slot) => (
                  <li key={slot.slug} className={styles.item}>
                    <div className={styles.words}>
                      <InnerLink href={`/act/slots/${slot.slug}`} className={styles.name ?? ''}>
                        {slot.name}
                      </InnerLink>
                      <span className={styles.small}>
                        {slot.slug} · {t('slots.rules', { count: slot.rules })} · {format.list(slot.variants)}
                      </span>
                    </div>
                    <Badge {...(slot.status === 'draft' ? { color: 'gray' } : {})}>
                      {slot.open === false ? t('slots.closed') : t(`slots.status.${slot.status}`)}
                    </Badge>
                  </li>
                ))}
              </ul>
            )
          }
        </Asked>
      </Panel>
      {may ? <NewSlot /> : null}
    </div>
  );
}

function NewSlot() {
  const { t } = useTranslation('act');
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [name, setName] = useState('');
  const make = useMutation({
    mutationFn: () => answer(client.POST('/api/v1/slots', { body: { name: name.trim() } })),
    onSuccess: async (slot) => {
      await queryClient.invalidateQueries({ queryKey: slotsQuery.queryKey });
      await navigate({ to: '/act/slots/$slug', params: { slug: slot.slug } });
    },
  });
  return (
    <Panel title={t('slots.new')}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') make.mutate();
        }}
      >
        <TextInput
          label={t('slots.name')}
          description={t('slots.nameHint')}
          value={name}
          maxLength={200}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" loading={make.isPending} disabled={name.trim() === ''}>
          {t('slots.make')}
        </Button>
        {make.isError ? <ProblemBox error={make.error} /> : null}
      </form>
    </Panel>
  );
}
