import { NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DateCondition, DurationUnit } from '../../../../../language/index.ts';

type AnyWindow = DateCondition['window'];
type Props = {
  readonly window: AnyWindow | undefined;
  /** Facts may be of all time; only a customer's own date can lie ahead. */
  readonly allTime?: boolean;
  readonly ahead?: boolean;
  readonly onChange: (window: AnyWindow | undefined) => void;
};

const units: readonly DurationUnit[] = ['minute', 'hour', 'day', 'week', 'month', 'year'];
const periods = ['day', 'week', 'month', 'quarter', 'year'] as const;

/** When: in the last so many days, in a period of the calendar, between dates, at any time. */
export function WindowInput({ window, allTime = false, ahead = false, onChange }: Props) {
  const { t } = useTranslation('segments-builder');
  const kinds = [
    ...(allTime ? (['always'] as const) : []),
    'last' as const,
    ...(ahead ? (['next'] as const) : []),
    ...periods.flatMap((period) => [`this-${period}`, `last-${period}`] as const),
    ...(['between', 'before', 'after', 'on'] as const),
  ];
  return (
    <>
      <NativeSelect
        size="xs"
        aria-label={t('window.label')}
        value={kindOf(window)}
        data={kinds.map((kind) => ({ value: kind, label: t(`window.kind.${kind}`) }))}
        onChange={({ currentTarget }) => onChange(windowOf(currentTarget.value, window))}
      />
      <WindowFields window={window} onChange={onChange} />
    </>
  );
}

function WindowFields({ window, onChange }: Pick<Props, 'window' | 'onChange'>) {
  const { t } = useTranslation('segments-builder');
  switch (window?.kind) {
    case 'last':
    case 'next':
      return <DurationInput amount={window.amount} unit={window.unit} onChange={(amount, unit) => onChange({ ...window, amount, unit })} />;
    case 'between':
      return (
        <>
          <DateInput label={t('from')} value={window.from} onChange={(from) => onChange({ ...window, from })} />
          <span>{t('and')}</span>
          <DateInput label={t('to')} value={window.to} onChange={(to) => onChange({ ...window, to })} />
        </>
      );
    case 'before':
    case 'after':
    case 'on':
      return <DateInput label={t('date')} value={window.date} onChange={(date) => onChange({ ...window, date })} />;
    case 'period':
    case undefined:
      return null;
  }
}

type Duration = { readonly amount: number; readonly unit: DurationUnit; readonly onChange: (amount: number, unit: DurationUnit) => void };

export function DurationInput({ amount, unit, onChange }: Duration) {
  const { t } = useTranslation('segments-builder');
  return (
    <>
      <NumberInput
        size="xs"
        w={64}
        aria-label={t('window.amount')}
        value={amount}
        min={0}
        hideControls
        onChange={(typed) => {
          if (typeof typed === 'number') onChange(typed, unit);
        }}
      />
      <NativeSelect
        size="xs"
        aria-label={t('window.unit')}
        value={unit}
        data={units.map((one) => ({ value: one, label: t(`window.units.${one}`, { count: amount }) }))}
        onChange={({ currentTarget }) => {
          const chosen = units.find((one) => one === currentTarget.value);
          if (chosen !== undefined) onChange(amount, chosen);
        }}
      />
    </>
  );
}

/** A whole day; what was written with a clock time stays text. */
function DateInput({ label, value, onChange }: { readonly label: string; readonly value: string; readonly onChange: (date: string) => void }) {
  return (
    <TextInput
      size="xs"
      type={/^\d{4}-\d{2}-\d{2}$/.test(value) ? 'date' : 'text'}
      aria-label={label}
      value={value}
      onChange={({ currentTarget }) => {
        // A field that is half filled in says nothing yet.
        if (/^\d{4}-\d{2}-\d{2}/.test(currentTarget.value)) onChange(currentTarget.value);
      }}
    />
  );
}

function kindOf(window: AnyWindow | undefined): string {
  if (window === undefined) return 'always';
  return window.kind === 'period' ? `${window.offset === 0 ? 'this' : 'last'}-${window.period}` : window.kind;
}

function windowOf(kind: string, before: AnyWindow | undefined): AnyWindow | undefined {
  const [which, named] = kind.split('-');
  const period = periods.find((one) => one === named);
  if (period !== undefined) return { kind: 'period', period, offset: which === 'this' ? 0 : -1 };
  const duration = before?.kind === 'last' || before?.kind === 'next' ? { amount: before.amount, unit: before.unit } : { amount: 30, unit: 'day' as const };
  const today = new Date().toISOString().slice(0, 10);
  switch (kind) {
    case 'last':
    case 'next':
      return { kind, ...duration };
    case 'between':
      return { kind, from: `${today.slice(0, 4)}-01-01`, to: today };
    case 'before':
    case 'after':
    case 'on':
      return { kind, date: before !== undefined && 'date' in before ? before.date : today };
    default:
      return undefined;
  }
}
