import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

type Split = { readonly by?: string | undefined; readonly date?: string | undefined };
type Props = Split & { readonly choices: readonly string[]; readonly onChange: (split: Split) => void };

/** What needs a day that splits them. */
const byDay = ['began', 'ran'] as const;

/** What the curve is split by: a property of the start, or a day. */
export function ByPicker({ by, date, choices, onChange }: Props) {
  const { t } = useTranslation('predict');
  const days: readonly string[] = byDay;
  const data = [
    ...choices.filter((name) => !days.includes(name)).map((name) => ({ value: name, label: name })),
    ...byDay.map((name) => ({ value: name, label: t(`subscriptions.${name}By`) })),
  ];
  return (
    <>
      <Select
        label={t('subscriptions.by')}
        placeholder={t('subscriptions.byHint')}
        data={data}
        value={by ?? null}
        clearable
        onChange={(next) => onChange({ by: next ?? undefined, date: next !== null && days.includes(next) ? date : undefined })}
      />
      {by === undefined || !days.includes(by) ? null : (
        <TextInput
          type="date"
          label={t('subscriptions.date')}
          value={date ?? ''}
          onChange={(event) => onChange({ by, date: event.currentTarget.value === '' ? undefined : event.currentTarget.value })}
        />
      )}
    </>
  );
}

/** What can be asked for: a day is needed first where one splits. */
export const askedSplit = ({ by, date }: Split): Split =>
  by !== undefined && (byDay as readonly string[]).includes(by) && date === undefined ? {} : { by, date };
