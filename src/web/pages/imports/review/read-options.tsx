import { Collapse, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LookedAt } from '../../../../contract/index.ts';
import { useWorkspace } from '../../../components/use-workspace.ts';
import { type Said, sayOption, sayRead } from '../said.ts';
import styles from './review.module.css';

const encodings = ['utf-8', 'windows-1252', 'iso-8859-1', 'iso-8859-2', 'utf-16le', 'shift_jis', 'gb18030', 'windows-1251'];
const delimiters = [',', ';', '\t', '|'] as const;

type Props = { readonly said: Said; readonly looked: LookedAt | undefined; readonly onSay: (said: Said) => void; readonly opened: boolean };

/** How the file is read: what is left alone is found out by looking. Every change looks again. */
export function ReadOptions({ said, looked, onSay, opened }: Props) {
  const { t } = useTranslation('imports');
  const { currency, zone } = useWorkspace();
  const { read, options } = said;
  const asLooked = t('read.found');
  const written = looked === undefined || looked.format.kind === 'csv';
  const workbook = looked === undefined || looked.format.kind === 'xlsx';
  const commit = (before: string | undefined, after: string, say: (value: string | undefined) => void) => {
    const next = after.trim();
    if (next !== (before ?? '')) say(next === '' ? undefined : next);
  };
  return (
    <Collapse expanded={opened}>
      <div className={styles.choices}>
        <Select
          label={t('read.dateOrder')}
          data={[
            { value: 'dmy', label: t('read.dmy') },
            { value: 'mdy', label: t('read.mdy') },
            { value: 'ymd', label: t('read.ymd') },
          ]}
          value={options.dateOrder ?? null}
          placeholder={asLooked}
          clearable
          onChange={(value) =>
            onSay(
              sayOption(
                said,
                'dateOrder',
                (['dmy', 'mdy', 'ymd'] as const).find((each) => each === value),
              ),
            )
          }
        />
        <Select
          label={t('read.decimal')}
          data={[
            { value: 'point', label: t('read.point') },
            { value: 'comma', label: t('read.comma') },
          ]}
          value={options.decimal ?? null}
          placeholder={asLooked}
          clearable
          onChange={(value) =>
            onSay(
              sayOption(
                said,
                'decimal',
                (['point', 'comma'] as const).find((each) => each === value),
              ),
            )
          }
        />
        <Select
          label={t('read.currency')}
          data={Intl.supportedValuesOf('currency')}
          value={options.currency ?? null}
          placeholder={t('read.currencyOf', { currency })}
          searchable
          clearable
          onChange={(value) => onSay(sayOption(said, 'currency', value ?? undefined))}
        />
        <TextInput
          label={t('read.country')}
          placeholder={t('read.countryHint')}
          maxLength={2}
          defaultValue={options.country ?? ''}
          onBlur={(event) => commit(options.country, event.currentTarget.value.toUpperCase(), (value) => onSay(sayOption(said, 'country', value)))}
        />
        <Select
          label={t('read.zone')}
          data={['UTC', ...Intl.supportedValuesOf('timeZone')]}
          value={options.zone ?? null}
          placeholder={zone}
          searchable
          clearable
          limit={60}
          onChange={(value) => onSay(sayOption(said, 'zone', value ?? undefined))}
        />
        {written ? (
          <>
            <Select
              label={t('read.encoding')}
              data={encodings}
              value={read.encoding ?? null}
              placeholder={looked?.format.encoding ?? asLooked}
              clearable
              onChange={(value) => onSay(sayRead(said, 'encoding', value ?? undefined))}
            />
            <Select
              label={t('read.delimiter')}
              data={delimiters.map((value, index) => ({
                value,
                label: t(`read.delimiters.${['comma', 'semicolon', 'tab', 'bar'][index] ?? 'comma'}` as 'read.delimiters.comma'),
              }))}
              value={read.delimiter ?? null}
              placeholder={asLooked}
              clearable
              onChange={(value) => onSay(sayRead(said, 'delimiter', value ?? undefined))}
            />
          </>
        ) : null}
        {written || workbook ? (
          <Select
            label={t('read.header')}
            data={[
              { value: 'yes', label: t('read.headerYes') },
              { value: 'no', label: t('read.headerNo') },
            ]}
            value={read.header === undefined ? null : read.header ? 'yes' : 'no'}
            placeholder={asLooked}
            clearable
            onChange={(value) => onSay(sayRead(said, 'header', value === null ? undefined : value === 'yes'))}
          />
        ) : null}
        {workbook ? (
          <TextInput
            label={t('read.sheet')}
            placeholder={t('read.sheetHint')}
            defaultValue={read.sheet ?? ''}
            onBlur={(event) => commit(read.sheet, event.currentTarget.value, (value) => onSay(sayRead(said, 'sheet', value)))}
          />
        ) : null}
      </div>
    </Collapse>
  );
}
