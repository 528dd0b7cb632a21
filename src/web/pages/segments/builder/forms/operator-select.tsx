import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ValueType } from '../../../../../language/index.ts';
import type { OperatorChoice } from '../../../../segment-editor/operators.ts';

type Props<Choice extends OperatorChoice> = {
  readonly value: Choice;
  readonly choices: readonly Choice[];
  /** Numbers are "at least", dates "on or after". */
  readonly type: ValueType;
  readonly onChange: (choice: Choice) => void;
};

/** How values are compared, in words. */
export function OperatorSelect<Choice extends OperatorChoice>({ value, choices, type, onChange }: Props<Choice>) {
  const { t } = useTranslation('segments-builder');
  const dated = type === 'date' || type === 'instant';
  return (
    <NativeSelect
      size="xs"
      aria-label={t('operatorLabel')}
      value={value}
      data={choices.map((choice) => ({ value: choice, label: dated ? t(`datedOperator.${nameOf(choice)}`) : t(`operator.${nameOf(choice)}`) }))}
      onChange={({ currentTarget }) => {
        const chosen = choices.find((choice) => choice === currentTarget.value);
        if (chosen !== undefined) onChange(chosen);
      }}
    />
  );
}

const names = {
  '=': 'equal',
  '!=': 'notEqual',
  '<': 'less',
  '<=': 'atMost',
  '>': 'more',
  '>=': 'atLeast',
  between: 'between',
  in: 'in',
  'not in': 'notIn',
  'is exactly': 'exactly',
  contains: 'contains',
  'starts with': 'startsWith',
  'ends with': 'endsWith',
  'contains any of': 'containsAny',
  'contains all of': 'containsAll',
  'contains none of': 'containsNone',
  known: 'known',
  unknown: 'unknown',
  dated: 'dated',
} as const satisfies Readonly<Record<OperatorChoice, string>>;

const nameOf = (choice: OperatorChoice) => names[choice];
