import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from '../act.module.css';
import type { Definition } from './content.ts';

type Schedule = Definition['schedule'];
type Props = { readonly schedule: Schedule; readonly locked: boolean; readonly onChange: (schedule: Schedule) => void };

/** From and until; hours of the week are told by files and the API, and shown here. */
export function SchedulePanel({ schedule, locked, onChange }: Props) {
  const { t } = useTranslation('act');
  const set = (name: 'from' | 'until', value: string): void => {
    const { [name]: _before, ...rest } = schedule ?? {};
    const next = value === '' ? rest : { ...rest, [name]: value };
    onChange(Object.keys(next).length === 0 ? null : next);
  };
  return (
    <div className={styles.row}>
      <TextInput
        type="date"
        label={t('schedule.from')}
        value={schedule?.from?.slice(0, 10) ?? ''}
        readOnly={locked}
        onChange={(event) => set('from', event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label={t('schedule.until')}
        value={schedule?.until?.slice(0, 10) ?? ''}
        readOnly={locked}
        onChange={(event) => set('until', event.currentTarget.value)}
      />
      {(schedule?.weekly ?? []).map(({ days, from, until }) => (
        <span key={`${days.join()} ${from}`} className={styles.small}>
          {t('schedule.weekly', { days: days.join(', '), from, until })}
        </span>
      ))}
    </div>
  );
}
