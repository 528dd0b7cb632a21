import { Autocomplete, NativeSelect, NumberInput, TagsInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ComparisonOperator, Literal, ValueType } from '../../../../../language/index.ts';
import { arity } from '../../../../segment-editor/operators.ts';

type Props = {
  readonly type: ValueType;
  readonly operator: ComparisonOperator;
  readonly values: readonly Literal[];
  readonly suggestions?: readonly string[] | undefined;
  readonly unit?: string | undefined;
  /** `whole` is false while a value is missing. */
  readonly onChange: (values: readonly Literal[], whole: boolean) => void;
};

/** The values a condition compares with: numbers, texts with those that occur, yes or no, dates; one, two or many. */
export function ValuesInput(props: Props) {
  const { t } = useTranslation('segments-builder');
  const { type, operator, values, suggestions = [], onChange } = props;
  const many = arity(operator);
  if (many === 'many') {
    return (
      <TagsInput
        size="xs"
        miw={180}
        maw="100%"
        style={{ flex: '1 1 180px' }}
        aria-label={t('values')}
        placeholder={values.length === 0 ? t('valuesHint') : ''}
        value={values.map(String)}
        data={[...suggestions]}
        splitChars={[',']}
        acceptValueOnBlur
        onChange={(texts) => {
          const typed = texts.map((text) => literalOf(text, type, values));
          onChange(typed, typed.length > 0);
        }}
      />
    );
  }
  const [first, second] = values;
  if (many === 'one')
    return <OneValue {...props} label={t('value')} value={first} onValue={(value) => onChange(value === undefined ? [] : [value], isWhole(value))} />;
  return (
    <>
      <OneValue {...props} label={t('from')} value={first} onValue={(value) => onChange([value ?? '', second ?? ''], isWhole(value) && isWhole(second))} />
      <span>{t('and')}</span>
      <OneValue {...props} label={t('to')} value={second} onValue={(value) => onChange([first ?? '', value ?? ''], isWhole(first) && isWhole(value))} />
    </>
  );
}

const isWhole = (value: Literal | undefined): boolean => value !== undefined && value !== '';

type One = Props & { readonly label: string; readonly value: Literal | undefined; readonly onValue: (value: Literal | undefined) => void };

function OneValue({ type, label, value, suggestions = [], unit, onValue }: One) {
  const { t } = useTranslation('segments-builder');
  const text = value === undefined ? '' : String(value);
  switch (type) {
    case 'boolean':
      return (
        <NativeSelect
          size="xs"
          aria-label={label}
          value={text}
          data={[
            { value: 'true', label: t('yes') },
            { value: 'false', label: t('no') },
          ]}
          onChange={({ currentTarget }) => onValue(currentTarget.value === 'true')}
        />
      );
    case 'number':
      // A number that was written as text stays one.
      return typeof value === 'string' && value !== '' ? (
        <TextInput size="xs" aria-label={label} value={text} onChange={({ currentTarget }) => onValue(numberOr(currentTarget.value))} w={110} />
      ) : (
        <NumberInput
          size="xs"
          w={unit === undefined ? 96 : 132}
          aria-label={label}
          value={typeof value === 'number' ? value : ''}
          hideControls
          {...(unit === undefined ? {} : { rightSection: <span style={{ fontSize: 12, color: 'var(--muted)' }}>{unit}</span>, rightSectionWidth: 44 })}
          onChange={(typed) => onValue(typeof typed === 'number' ? typed : numberOr(typed))}
        />
      );
    case 'date':
    case 'instant':
      return (
        <TextInput
          size="xs"
          type={text === '' || /^\d{4}-\d{2}-\d{2}$/.test(text) ? 'date' : 'text'}
          aria-label={label}
          value={text}
          onChange={({ currentTarget }) => onValue(currentTarget.value)}
        />
      );
    case 'text':
    case 'list':
      return (
        <Autocomplete
          size="xs"
          style={{ flex: '1 1 140px' }}
          maw={280}
          aria-label={label}
          value={text}
          data={[...new Set(suggestions)]}
          limit={30}
          onChange={(typed) => onValue(typeof value === 'number' && typed !== '' ? numberOr(typed) : typed)}
        />
      );
  }
}

const numberOr = (typed: string): Literal | undefined => (typed.trim() === '' ? undefined : Number.isFinite(Number(typed)) ? Number(typed) : typed);

/** What was a number before, and what belongs to a number, is one. */
function literalOf(text: string, type: ValueType, before: readonly Literal[]): Literal {
  const known = before.find((value) => String(value) === text);
  return known ?? (type === 'number' && Number.isFinite(Number(text)) ? Number(text) : text);
}
