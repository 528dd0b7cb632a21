import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Aggregate, type Comparison, type DaysSince, factFields, type Facts, type FactSource } from '../../../../../language/index.ts';
import { filtersOf, isWholeFilter, whereOf } from '../../../../segment-editor/filters.ts';
import type { LeafCondition } from '../../../../segment-editor/node.ts';
import { amountChoices, arity, fitValues } from '../../../../segment-editor/operators.ts';
import { useBuilder } from '../builder-context.ts';
import { FilterList } from './filter-list.tsx';
import { OperatorSelect } from './operator-select.tsx';
import { SourceSelect } from './source-select.tsx';
import { ValuesInput } from './values-input.tsx';
import { WindowInput } from './window-input.tsx';

type Left = Aggregate | DaysSince;
type Props = {
  readonly id: string;
  readonly condition: Comparison;
  readonly left: Left;
  readonly pending: boolean;
  readonly onChange: (condition: LeafCondition, pending?: boolean) => void;
};

const measures = ['count', 'orders-with', 'sum', 'avg', 'min', 'max', 'distinct', 'since-last', 'since-first'] as const;
type Measure = (typeof measures)[number];
const orderOfLine = 'order_id';

/** A condition about facts: how many, how much, how long ago; which of them; in which window. */
export function FactsForm({ condition, left, onChange }: Props) {
  const { t } = useTranslation('segments-builder');
  const { vocabulary } = useBuilder();
  const { facts } = left;
  const measure = measureOf(left);
  const write = (next: Left, whole = true) => onChange({ ...condition, left: next }, !whole);
  const setFacts = (next: Facts, whole = true) => write({ ...left, facts: next }, whole);
  const setSource = (of: FactSource) => write(measured(measure, { ...withoutWhere(facts), of }, left.kind === 'aggregate' ? left.field : undefined));
  const unit = unitOf(left, vocabulary.currency, t('days'));
  return (
    <>
      <NativeSelect
        size="xs"
        aria-label={t('measureLabel')}
        value={measure}
        data={measures.filter((value) => value !== 'orders-with' || facts.of.kind === 'items').map((value) => ({ value, label: t(`measure.${value}`) }))}
        onChange={({ currentTarget }) => {
          const chosen = measures.find((one) => one === currentTarget.value);
          if (chosen !== undefined) write(measured(chosen, facts, left.kind === 'aggregate' ? left.field : undefined));
        }}
      />
      {left.kind === 'aggregate' && left.field !== undefined && measure !== 'orders-with' ? <FieldSelect left={left} onChange={write} /> : null}
      <SourceSelect source={facts.of} onChange={setSource} />
      <OperatorSelect
        value={condition.operator}
        type="number"
        choices={amountChoices(condition.operator)}
        onChange={(operator) => {
          const values = fitValues(condition.values, operator) ?? [0];
          onChange({ ...condition, operator, values: arity(operator) === 'one' ? values.slice(0, 1) : values });
        }}
      />
      <ValuesInput
        type="number"
        operator={condition.operator}
        values={condition.values}
        unit={unit}
        onChange={(values, whole) => onChange({ ...condition, values }, !whole)}
      />
      <WindowInput
        window={facts.window}
        allTime
        onChange={(window) => {
          const { window: _before, ...rest } = facts;
          if (window === undefined) setFacts(rest);
          else if (window.kind !== 'next') setFacts({ ...rest, window });
        }}
      />
      <FilterList
        source={facts.of}
        filters={filtersOf(facts.where) ?? { join: 'all', of: [] }}
        onChange={(filters) => {
          const where = whereOf(filters);
          const { where: _before, ...rest } = facts;
          setFacts(where === undefined ? rest : { ...rest, where }, filters.of.every(isWholeFilter));
        }}
      />
    </>
  );
}

function FieldSelect({ left, onChange }: { readonly left: Aggregate; readonly onChange: (left: Aggregate) => void }) {
  const { t } = useTranslation('segments-builder');
  const { vocabulary } = useBuilder();
  const known = fieldsFor(
    left.function,
    left.facts.of,
    [...vocabulary.eventProperties].map(([name, type]) => ({ name, label: name, type })),
  );
  const field = left.field ?? '';
  const all = known.some(({ name }) => name === field) ? known : [{ name: field, label: field }, ...known];
  return (
    <>
      <NativeSelect
        size="xs"
        aria-label={t('fieldLabel')}
        value={field}
        data={all.map(({ name, label }) => ({ value: name, label }))}
        onChange={({ currentTarget }) => onChange({ ...left, field: currentTarget.value })}
      />
      <span>{t('ofFacts')}</span>
    </>
  );
}

type Field = { readonly name: string; readonly label: string; readonly type?: string };

/** What can be put together: anything can be told apart, only numbers be summed. */
function fieldsFor(called: Aggregate['function'], source: FactSource, properties: readonly Field[]): readonly Field[] {
  const fixed = factFields(source.kind).map(({ word }): Field => word);
  const all = source.kind === 'event' ? [...fixed, ...properties] : fixed;
  return called === 'distinct' ? all : all.filter(({ type }) => type === 'number');
}

/** In how many orders lines stand is a number of different orders: a measure of its own, since that is what "bought at least twice" asks. */
function measureOf(left: Left): Measure {
  if (left.kind === 'days-since') return `since-${left.which}`;
  return left.function === 'distinct' && left.facts.of.kind === 'items' && left.field === orderOfLine ? 'orders-with' : left.function;
}

function measured(measure: Measure, facts: Facts, field: string | undefined): Left {
  switch (measure) {
    case 'orders-with':
      return facts.of.kind === 'items'
        ? { kind: 'aggregate', function: 'distinct', facts, field: orderOfLine }
        : { kind: 'aggregate', function: 'count', facts };
    case 'since-last':
    case 'since-first':
      return { kind: 'days-since', which: measure === 'since-last' ? 'last' : 'first', facts };
    case 'count':
      return { kind: 'aggregate', function: 'count', facts };
    default: {
      const names = fieldsFor(measure, facts.of, []).map(({ name }) => name);
      const usual = measure === 'distinct' ? ['category', 'product'] : ['total', 'value', 'rating'];
      const chosen = field !== undefined && names.includes(field) ? field : (usual.find((name) => names.includes(name)) ?? names[0] ?? 'value');
      return { kind: 'aggregate', function: measure, facts, field: chosen };
    }
  }
}

/** Fields of other facts have other names: the filters go with the old kind. */
function withoutWhere({ where: _where, ...rest }: Facts): Facts {
  return rest;
}

function unitOf(left: Left, currency: string, days: string): string | undefined {
  if (left.kind === 'days-since') return days;
  if (left.function === 'count' || left.function === 'distinct' || left.field === undefined) return undefined;
  return factFields(left.facts.of.kind).find(({ word }) => word.name === left.field)?.money === true ? currency : undefined;
}
