import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldOf, kinds, type LookedAt } from '../../../../contract/index.ts';
import { nothingSaid, type Said, sayConstant, sayField, sayKind, sayOption } from '../said.ts';
import { twoDates, twoNumbers } from '../two-readings.ts';
import styles from './review.module.css';

type Problem = LookedAt['problems'][number];
type Props = { readonly problem: Problem; readonly looked: LookedAt; readonly said: Said; readonly onSay: (said: Said) => void; readonly onRemove: () => void };

/** What stands in the way, said plainly, with the answer that mends it right below. */
export function ProblemFix(props: Props) {
  const { problem } = props;
  switch (problem.code) {
    case 'date.ambiguous':
      return <DateOrder {...props} />;
    case 'number.ambiguous':
      return <DecimalMark {...props} />;
    case 'mapping.missing-field':
      return <MissingField {...props} />;
    case 'mapping.unknown':
      return <UnknownKind {...props} />;
    default:
      return <StartAnew {...props} />;
  }
}

const text = (value: string | number | undefined): string => String(value ?? '');

function DateOrder({ problem: { parameters }, said, onSay }: Props) {
  const { t } = useTranslation('imports');
  const example = text(parameters['example']);
  const dates = twoDates(example);
  const say = (date: Date | undefined) =>
    date === undefined ? '' : new Intl.DateTimeFormat(navigator.language, { dateStyle: 'long', timeZone: 'UTC' }).format(date);
  return (
    <div className={styles.problem} role="group" aria-label={t('problem.dates', { column: parameters['column'] })}>
      <h3>{t('problem.dates', { column: parameters['column'] })}</h3>
      <p className={styles.finding}>{t('problem.datesWhy', { example, line: parameters['line'] })}</p>
      <div className={styles.answers}>
        <Button variant="default" onClick={() => onSay(sayOption(said, 'dateOrder', 'dmy'))}>
          {t('problem.dayFirst', { date: say(dates?.dmy) })}
        </Button>
        <Button variant="default" onClick={() => onSay(sayOption(said, 'dateOrder', 'mdy'))}>
          {t('problem.monthFirst', { date: say(dates?.mdy) })}
        </Button>
      </div>
    </div>
  );
}

function DecimalMark({ problem: { parameters }, said, onSay }: Props) {
  const { t } = useTranslation('imports');
  const example = text(parameters['example']);
  const readings = twoNumbers(example);
  const say = (value: number | undefined) => (value === undefined ? '' : new Intl.NumberFormat(navigator.language, { maximumFractionDigits: 3 }).format(value));
  return (
    <div className={styles.problem} role="group" aria-label={t('problem.numbers', { column: parameters['column'] })}>
      <h3>{t('problem.numbers', { column: parameters['column'] })}</h3>
      <p className={styles.finding}>{t('problem.numbersWhy', { example, line: parameters['line'] })}</p>
      <div className={styles.answers}>
        <Button variant="default" onClick={() => onSay(sayOption(said, 'decimal', 'point'))}>
          {t('problem.point', { number: say(readings?.point) })}
        </Button>
        <Button variant="default" onClick={() => onSay(sayOption(said, 'decimal', 'comma'))}>
          {t('problem.comma', { number: say(readings?.comma) })}
        </Button>
      </div>
    </div>
  );
}

function MissingField({ problem: { parameters }, looked, said, onSay }: Props) {
  const { t } = useTranslation('imports');
  const [value, setValue] = useState('');
  const field = text(parameters['field']);
  const label = looked.kind === null ? field : (fieldOf(looked.kind, field)?.label ?? field);
  return (
    <div className={styles.problem} role="group" aria-label={t('problem.missing', { field: label })}>
      <h3>{t('problem.missing', { field: label })}</h3>
      <p className={styles.finding}>{t('problem.missingWhy', { field: label, kind: looked.kind === null ? '' : t(`kindsInText.${looked.kind}`) })}</p>
      <div className={styles.answers}>
        <Select
          label={t('problem.itIs')}
          data={[...looked.headers]}
          placeholder={t('problem.chooseColumn')}
          searchable
          value={null}
          onChange={(header) => {
            if (header !== null) onSay(sayField(said, header, field));
          }}
        />
        <form
          className={styles.answers}
          onSubmit={(event) => {
            event.preventDefault();
            if (value.trim() !== '') onSay(sayConstant(said, field, value.trim()));
          }}
        >
          <TextInput label={t('problem.sameForAll')} value={value} onChange={(event) => setValue(event.currentTarget.value)} />
          <Button type="submit" variant="default" disabled={value.trim() === ''}>
            {t('problem.useValue')}
          </Button>
        </form>
      </div>
    </div>
  );
}

function UnknownKind({ said, onSay, onRemove }: Props) {
  const { t } = useTranslation('imports');
  return (
    <div className={styles.problem} role="group" aria-label={t('problem.unknown')}>
      <h3>{t('problem.unknown')}</h3>
      <p className={styles.finding}>{t('problem.unknownWhy')}</p>
      <div className={styles.answers}>
        {kinds.map((kind) => (
          <Button key={kind} variant="default" size="xs" onClick={() => onSay(sayKind(said, kind))}>
            {t(`kinds.${kind}`)}
          </Button>
        ))}
        <Button variant="subtle" size="xs" color="gray" onClick={onRemove}>
          {t('problem.noneOfThese')}
        </Button>
      </div>
    </div>
  );
}

function StartAnew({ problem, onSay }: Props) {
  const { t } = useTranslation('imports');
  return (
    <div className={styles.problem} role="group" aria-label={problem.title}>
      <h3>{problem.title}</h3>
      <div className={styles.answers}>
        <Button variant="default" onClick={() => onSay(nothingSaid)}>
          {t('problem.startAnew')}
        </Button>
      </div>
    </div>
  );
}
