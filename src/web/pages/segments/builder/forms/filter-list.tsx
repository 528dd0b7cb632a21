import { ActionIcon, Button, NativeSelect } from '@mantine/core';
import { IconFilterPlus, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { factFields, findFactField, type FactSource, propertiesOf, type ValueType } from '../../../../../language/index.ts';
import { type Filter, filterOperator, type Filters, filterValues } from '../../../../segment-editor/filters.ts';
import { fitValues, type OperatorChoice } from '../../../../segment-editor/operators.ts';
import { factValuesQuery } from '../../../../api/vocabulary.ts';
import { useBuilder } from '../builder-context.ts';
import styles from './filter-list.module.css';
import { useLabels } from './labels.ts';
import { OperatorSelect } from './operator-select.tsx';
import { ValuesInput } from './values-input.tsx';

type Props = { readonly source: FactSource; readonly filters: Filters; readonly onChange: (filters: Filters) => void };

/** Which of the facts count: conditions on their own fields. */
export function FilterList({ source, filters, onChange }: Props) {
  const { t } = useTranslation('segments-builder');
  const first = factFields(source.kind).find(({ word }) => word.type === 'text')?.word.name ?? 'source';
  const add = () => onChange({ ...filters, of: [...filters.of, { kind: 'compare', field: usualField[source.kind] ?? first, operator: '=', values: [''] }] });
  return (
    <div className={styles.list}>
      {filters.of.map((filter, index) => (
        // Filters have no identity of their own; their place is it.
        // eslint-disable-next-line react/no-array-index-key
        <div key={index} className={styles.filter}>
          {index === 0 ? <span className={styles.word}>{t('where')}</span> : <Join filters={filters} onChange={onChange} />}
          <FilterRow source={source} filter={filter} onChange={(next) => onChange({ ...filters, of: filters.of.with(index, next) })} />
          <ActionIcon size="sm" aria-label={t('removeFilter')} onClick={() => onChange({ ...filters, of: filters.of.toSpliced(index, 1) })}>
            <IconX size={14} stroke={1.75} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <div>
        <Button variant="subtle" size="compact-xs" leftSection={<IconFilterPlus size={14} stroke={1.75} aria-hidden />} onClick={add}>
          {t('addFilter')}
        </Button>
      </div>
    </div>
  );
}

/** The field people ask about first. */
const usualField: Readonly<Partial<Record<FactSource['kind'], string>>> = {
  orders: 'channel',
  returns: 'channel',
  items: 'category',
  event: 'category',
  reviews: 'product',
};

function Join({ filters, onChange }: Pick<Props, 'filters' | 'onChange'>) {
  const { t } = useTranslation('segments-builder');
  return (
    <NativeSelect
      size="xs"
      aria-label={t('joinLabel')}
      value={filters.join}
      data={[
        { value: 'all', label: t('and') },
        { value: 'any', label: t('or') },
      ]}
      onChange={({ currentTarget }) => onChange({ ...filters, join: currentTarget.value === 'any' ? 'any' : 'all' })}
    />
  );
}

type FilterChoice = Exclude<OperatorChoice, 'dated'>;
const byType: Readonly<Record<ValueType, readonly FilterChoice[]>> = {
  text: ['=', '!=', 'in', 'not in', 'contains', 'starts with', 'ends with', 'is exactly', 'known', 'unknown'],
  number: ['>=', '>', '<=', '<', 'between', '=', '!=', 'known', 'unknown'],
  boolean: ['=', '!=', 'known', 'unknown'],
  date: ['>=', '>', '<=', '<', 'between', '=', 'known', 'unknown'],
  instant: ['>=', '>', '<=', '<', 'between', '=', 'known', 'unknown'],
  list: ['contains any of', 'contains all of', 'contains none of', 'contains', 'known', 'unknown'],
};

function FilterRow({ source, filter, onChange }: { readonly source: FactSource; readonly filter: Filter; readonly onChange: (filter: Filter) => void }) {
  const { t } = useTranslation('segments-builder');
  const { vocabulary } = useBuilder();
  const { fieldLabel } = useLabels();
  const found = findFactField(source.kind, filter.field, vocabulary);
  const type = found.kind === 'column' ? found.word.type : found.type;
  const suggestions = useQuery({ ...factValuesQuery(source, filter.field), enabled: type === 'text' && filter.kind === 'compare' }).data;
  const names = [...factFields(source.kind).map(({ word }) => word.name), ...propertiesOf(source.kind, vocabulary)];
  const choice = filterOperator(filter);
  const choices = byType[type].includes(choice) ? byType[type] : [...byType[type], choice];
  return (
    <>
      <NativeSelect
        size="xs"
        aria-label={t('fieldLabel')}
        value={filter.field}
        data={[...new Set([filter.field, ...names])].map((name) => ({ value: name, label: fieldLabel(source, name) }))}
        onChange={({ currentTarget }) => onChange(startFilter(source, currentTarget.value, vocabulary))}
      />
      <OperatorSelect
        value={choice}
        type={type}
        choices={choices}
        onChange={(chosen) => {
          if (chosen === 'known' || chosen === 'unknown') onChange({ kind: chosen, field: filter.field });
          else onChange({ kind: 'compare', field: filter.field, operator: chosen, values: fitValues(filterValues(filter), chosen) ?? [''] });
        }}
      />
      {filter.kind === 'compare' ? (
        <ValuesInput
          type={type}
          operator={filter.operator}
          values={filter.values}
          suggestions={suggestions}
          onChange={(values) => onChange({ ...filter, values: values.length === 0 ? [''] : values })}
        />
      ) : null}
    </>
  );
}

function startFilter(source: FactSource, field: string, vocabulary: Parameters<typeof findFactField>[2]): Filter {
  const found = findFactField(source.kind, field, vocabulary);
  const type = found.kind === 'column' ? found.word.type : found.type;
  switch (type) {
    case 'number':
      return { kind: 'compare', field, operator: '>=', values: [1] };
    case 'boolean':
      return { kind: 'compare', field, operator: '=', values: [true] };
    case 'list':
      return { kind: 'compare', field, operator: 'contains', values: [''] };
    case 'date':
    case 'instant':
      return { kind: 'compare', field, operator: '>=', values: [''] };
    case 'text':
      return { kind: 'compare', field, operator: '=', values: [''] };
  }
}
