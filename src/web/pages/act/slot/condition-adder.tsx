import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { visitWord, visitWords, type Vocabulary } from '../../../../language/index.ts';
import styles from '../act.module.css';
import { conditionText, operatorsOf } from './condition-text.ts';

/** One more condition by choosing: a segment, or something about the visit. What it makes is text of the language, which may be written by hand as well. */
export function ConditionAdder({ vocabulary, onAdd }: { readonly vocabulary: Vocabulary; readonly onAdd: (condition: string) => void }) {
  const { t } = useTranslation('act');
  const [subject, setSubject] = useState<string | null>(null);
  const [operator, setOperator] = useState('is');
  const [value, setValue] = useState('');
  const word = subject?.startsWith('context.') === true ? visitWord(subject) : undefined;
  const operators = operatorsOf(word);
  const chosen = operators.find((each) => each === operator) ?? operators[0] ?? 'is';
  const text = subject === null ? undefined : conditionText(subject, chosen, value, vocabulary.segments.get(subject)?.name);
  const values = word?.type === 'boolean' ? undefined : word?.values;
  return (
    <div className={styles.adder}>
      <Select
        label={t('adder.subject')}
        placeholder={t('adder.choose')}
        searchable
        value={subject}
        data={[
          { group: t('adder.segments'), items: [...vocabulary.segments].map(([slug, { name }]) => ({ value: slug, label: name })) },
          { group: t('adder.visit'), items: [...visitWords.values()].map(({ name, label }) => ({ value: name, label })) },
        ]}
        onChange={(next) => {
          setSubject(next);
          setValue('');
        }}
      />
      {subject === null ? null : (
        <Select
          label={t('adder.compare')}
          value={chosen}
          allowDeselect={false}
          data={operators.map((each) => ({
            value: each,
            label: word === undefined ? t(`adder.operator.member.${each === 'not' ? 'not' : 'is'}`) : t(`adder.operator.word.${each}`),
          }))}
          onChange={(next) => setOperator(next ?? 'is')}
        />
      )}
      {word === undefined || word.type === 'boolean' ? null : values === undefined ? (
        <TextInput
          label={t('adder.value')}
          type={word.type === 'number' ? 'number' : 'text'}
          value={value}
          onChange={(event) => setValue(event.currentTarget.value)}
        />
      ) : (
        <Select label={t('adder.value')} searchable data={[...values]} value={value === '' ? null : value} onChange={(next) => setValue(next ?? '')} />
      )}
      <Button
        variant="default"
        disabled={text === undefined}
        onClick={() => {
          if (text === undefined) return;
          onAdd(text);
          setSubject(null);
          setValue('');
        }}
      >
        {t('adder.add')}
      </Button>
    </div>
  );
}
