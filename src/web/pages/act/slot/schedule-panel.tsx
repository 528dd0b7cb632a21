import { ActionIcon, Button, Checkbox, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from '../act.module.css';
import type { Definition } from './content.ts';

type Schedule = Definition['schedule'];
type Hours = NonNullable<NonNullable<Schedule>['weekly']>[number];
type Props = { readonly schedule: Schedule; readonly locked: boolean; readonly onChange: (schedule: Schedule) => void };

const week = [1, 2, 3, 4, 5, 6, 7] as const;

/** When the rules are in force: first and last day, with clock times where they matter, and hours of the week. */
export function SchedulePanel({ schedule, locked, onChange }: Props) {
  const { t } = useTranslation('act');
  const change = (next: NonNullable<Schedule>): void => {
    const { from, until, weekly } = next;
    const kept = {
      ...(from === undefined || from === '' ? {} : { from }),
      ...(until === undefined || until === '' ? {} : { until }),
      ...(weekly === undefined || weekly.length === 0 ? {} : { weekly }),
    };
    onChange(Object.keys(kept).length === 0 ? null : kept);
  };
  const hours = schedule?.weekly ?? [];
  return (
    <fieldset className={styles.content}>
      <legend className={styles.legend}>{t('schedule.title')}</legend>
      <p className={styles.small}>{t('schedule.hint')}</p>
      {(['from', 'until'] as const).map((end) => (
        <Moment
          key={end}
          label={t(`schedule.${end}`)}
          value={schedule?.[end] ?? ''}
          locked={locked}
          onChange={(value) => change({ ...schedule, [end]: value })}
        />
      ))}
      {hours.map((each, index) => (
        <WeeklyHours
          key={index}
          place={index + 1}
          hours={each}
          locked={locked}
          onChange={(next) => change({ ...schedule, weekly: hours.with(index, next) })}
          onRemove={() => change({ ...schedule, weekly: hours.toSpliced(index, 1) })}
        />
      ))}
      {locked ? null : (
        <Button
          variant="default"
          className={styles.start}
          onClick={() => change({ ...schedule, weekly: [...hours, { days: [1, 2, 3, 4, 5], from: '09:00', until: '17:00' }] })}
        >
          {t('schedule.add')}
        </Button>
      )}
    </fieldset>
  );
}

/** A date, and a clock time where one is wanted: `2026-12-01` or `2026-12-01T09:00`. */
function Moment({
  label,
  value,
  locked,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly locked: boolean;
  readonly onChange: (value: string) => void;
}) {
  const { t } = useTranslation('act');
  const [date = '', time = ''] = value.split('T');
  const put = (day: string, clock: string): void => onChange(day === '' ? '' : clock === '' ? day : `${day}T${clock}`);
  return (
    <div className={styles.row}>
      <TextInput type="date" label={label} value={date} readOnly={locked} onChange={(event) => put(event.currentTarget.value, time)} />
      <TextInput
        type="time"
        label={t('schedule.clock', { label })}
        value={time}
        readOnly={locked}
        disabled={date === ''}
        onChange={(event) => put(date, event.currentTarget.value)}
      />
    </div>
  );
}

type HoursProps = {
  readonly place: number;
  readonly hours: Hours;
  readonly locked: boolean;
  readonly onChange: (hours: Hours) => void;
  readonly onRemove: () => void;
};

function WeeklyHours({ place, hours, locked, onChange, onRemove }: HoursProps) {
  const { t } = useTranslation('act');
  const turn = (day: number): void => {
    const days = hours.days.includes(day) ? hours.days.filter((each) => each !== day) : [...hours.days, day].toSorted((a, b) => a - b);
    // Hours on no day at all are taken away with their own button.
    if (days.length > 0) onChange({ ...hours, days });
  };
  return (
    <div className={styles.rule} role="group" aria-label={t('schedule.hours', { place })}>
      <div className={styles.row}>
        {week.map((day) => (
          <Checkbox key={day} label={t(`schedule.day.${day}`)} checked={hours.days.includes(day)} disabled={locked} onChange={() => turn(day)} />
        ))}
      </div>
      <div className={styles.row}>
        {(['from', 'until'] as const).map((end) => (
          <TextInput
            key={end}
            type="time"
            label={t(`schedule.hour.${end}`)}
            value={hours[end]}
            readOnly={locked}
            onChange={(event) => (event.currentTarget.value === '' ? undefined : onChange({ ...hours, [end]: event.currentTarget.value }))}
          />
        ))}
        {locked ? null : (
          <ActionIcon variant="subtle" className={styles.bottom} aria-label={t('schedule.remove', { place })} onClick={onRemove}>
            <IconX size={16} aria-hidden />
          </ActionIcon>
        )}
      </div>
      {hours.until <= hours.from ? <p className={styles.small}>{t('schedule.overMidnight')}</p> : null}
    </div>
  );
}
