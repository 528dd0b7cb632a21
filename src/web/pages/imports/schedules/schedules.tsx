import { Button } from '@mantine/core';
import { IconCalendarRepeat, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schedule } from '../../../../contract/index.ts';
import { EmptyState } from '../../../components/empty-state/empty-state.tsx';
import { Asked } from '../../../components/waiting/asked.tsx';
import { ScheduleCard } from './schedule-card.tsx';
import { ScheduleForm } from './schedule-form.tsx';
import styles from './schedules.module.css';
import { schedulesQuery } from './schedules-query.ts';

/** Imports that come again by themselves: where from, when next, and how the last one went. */
export function Schedules() {
  const { t } = useTranslation('imports');
  const schedules = useQuery(schedulesQuery);
  const [editing, setEditing] = useState<Schedule | 'new' | undefined>(undefined);
  const add = (
    <Button variant="default" leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />} onClick={() => setEditing('new')}>
      {t('schedules.add')}
    </Button>
  );
  return (
    <Asked answer={schedules}>
      {(items) => (
        <>
          {items.length === 0 ? (
            <EmptyState icon={IconCalendarRepeat} title={t('schedules.emptyTitle')} action={add}>
              {t('schedules.empty')}
            </EmptyState>
          ) : (
            <div className={styles.list}>
              {items.map((schedule) => (
                <ScheduleCard key={schedule.id} schedule={schedule} onEdit={() => setEditing(schedule)} />
              ))}
              <div>{add}</div>
            </div>
          )}
          {editing === undefined ? null : <ScheduleForm schedule={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />}
        </>
      )}
    </Asked>
  );
}
