import { TextInput } from '@mantine/core';
import type { TFunction } from 'i18next';
import type { AttributeWord, Vocabulary } from '../../../language/index.ts';
import type { paths } from '../../api/schema.ts';
import { sentenceCase } from '../../components/format/sentence-case.ts';
import { InnerLink } from '../../components/group/inner-link.tsx';
import type { Column } from '../../components/table/column.ts';
import { columnCondition } from './column-filter.ts';
import styles from './customers.module.css';
import { writtenInNumbers } from './typed-date.ts';
import { ValueCell } from './value-cell.tsx';

export type CustomerRow = paths['/api/v1/customers']['get']['responses'][200]['content']['application/json']['items'][number];

type Filters = { readonly values: Readonly<Record<string, string>>; readonly change: (name: string, typed: string) => void };

/** The name first, then every word of the vocabulary; those that are chosen are shown. */
export function customerColumns(vocabulary: Vocabulary, filters: Filters, t: TFunction<'customers'>): readonly Column<CustomerRow>[] {
  const name: Column<CustomerRow> = {
    id: 'name',
    header: t('name'),
    primary: true,
    sortable: true,
    cell: (row) => (
      <InnerLink href={`/customers/${row.profile}`} className={styles.person}>
        <span>{row.name ?? row.email ?? row.customer_id ?? t('nameless', { profile: row.profile })}</span>
        {row.name === null ? null : <span className={styles.contact}>{row.email ?? row.customer_id}</span>}
      </InnerLink>
    ),
  };
  // A source may bring a trait that is called `name`: it is what stands in the first column already.
  const words = [...vocabulary.attributes.values()].filter((word) => word.name !== name.id);
  return [name, ...words.map((word) => columnOf(word, vocabulary.currency, filters, t))];
}

const exampleDay = new Date('2026-01-31T00:00:00Z');

function columnOf(word: AttributeWord, currency: string, filters: Filters, t: TFunction<'customers'>): Column<CustomerRow> {
  const typed = filters.values[word.name] ?? '';
  const label = sentenceCase(word.label);
  const example = { date: writtenInNumbers(exampleDay, navigator.language) };
  return {
    id: word.name,
    header: label,
    align: word.type === 'number' ? 'right' : 'left',
    sortable: word.type !== 'list',
    optional: true,
    cell: (row) => <ValueCell value={row.values?.[word.name]} word={word} currency={currency} />,
    filter: (
      <TextInput
        size="xs"
        value={typed}
        aria-label={t('filter.label', { column: label })}
        placeholder={t(`filter.${word.type}`, example)}
        error={typed.trim() !== '' && columnCondition(word, typed) === undefined ? t(`filterWrong.${word.type}`, example) : undefined}
        onChange={(event) => filters.change(word.name, event.currentTarget.value)}
      />
    ),
  };
}
