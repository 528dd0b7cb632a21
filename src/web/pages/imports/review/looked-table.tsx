import { Button, Collapse, Select, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { kinds, type LookedAt } from '../../../../contract/index.ts';
import { useFormat } from '../../../components/format/use-format.ts';
import { type Said, sayKind, sayMapping, saySource } from '../said.ts';
import { MappingTable } from './mapping-table.tsx';
import { ProblemFix } from './problem-fix.tsx';
import { ReadOptions } from './read-options.tsx';
import styles from './review.module.css';
import { SaveMapping } from './save-mapping.tsx';

type Props = {
  readonly looked: LookedAt;
  readonly said: Said;
  readonly open: boolean;
  readonly several: boolean;
  readonly onSay: (said: Said) => void;
  readonly onRemove: () => void;
};

/** One table of a file: a sentence on what it is taken for, problems with their fixes, and its columns. */
export function LookedTable({ looked, said, open, several, onSay, onRemove }: Props) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const columnsId = useId();
  // A guess is to be looked at; what an export of fifty known columns means is not in doubt.
  const [shown, columns] = useDisclosure(open || (looked.recognised === null && looked.mapping === null));
  const [reading, options] = useDisclosure(false);
  const kindNames = kinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }));
  const { kind, recognised, unreadable, problems } = looked;
  return (
    <>
      {several && looked.stream !== null ? <h3 className={styles.title}>{looked.stream}</h3> : null}
      <p className={styles.finding}>{sentence()}</p>
      {kind === 'orders' && looked.columns.some(({ field }) => field === 'tax' || field === 'shipping') ? (
        <p className={styles.about}>{t('review.net')}</p>
      ) : null}
      {problems.map((problem) => (
        <ProblemFix
          key={`${problem.code} ${String(problem.parameters['column'] ?? problem.parameters['field'] ?? '')}`}
          problem={problem}
          looked={looked}
          said={said}
          onSay={onSay}
          onRemove={onRemove}
        />
      ))}
      {unreadable.rows === 0 ? null : (
        <p className={styles.about}>
          {t('review.unreadableRows', {
            count: unreadable.rows,
            formatted: format.count(unreadable.rows),
            line: unreadable.examples[0]?.line ?? 0,
            why: unreadable.examples[0]?.reason ?? '',
          })}
        </p>
      )}
      <div className={styles.choices}>
        <Select
          label={t('review.kind')}
          data={kindNames}
          value={kind}
          placeholder={t('review.kindUnknown')}
          allowDeselect={false}
          onChange={(value) =>
            onSay(
              sayKind(
                said,
                kinds.find((each) => each === value),
              ),
            )
          }
        />
        <TextInput
          label={t('review.source')}
          description={t('review.sourceHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          key={looked.source}
          defaultValue={said.source ?? looked.source ?? ''}
          onBlur={(event) => {
            if (event.currentTarget.value !== (said.source ?? looked.source ?? '')) onSay(saySource(said, event.currentTarget.value));
          }}
        />
        {looked.mappings.length === 0 ? null : (
          <Select
            label={t('review.mapping')}
            data={looked.mappings}
            value={looked.mapping}
            placeholder={t('review.mappingNone')}
            clearable
            onChange={(value) => onSay(sayMapping(said, value))}
          />
        )}
      </div>
      {looked.warnings.length === 0 ? null : (
        <ul className={styles.warnings}>
          {looked.warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
      <div className={styles.buttons}>
        <Button variant="subtle" size="compact-sm" aria-expanded={shown} aria-controls={columnsId} onClick={columns.toggle}>
          {shown ? t('review.hideColumns') : t('review.showColumns')}
        </Button>
        <Button variant="subtle" size="compact-sm" aria-expanded={reading} onClick={options.toggle}>
          {t('read.title')}
        </Button>
        {kind === null || problems.length > 0 ? null : <SaveMapping looked={looked} onSaved={(name) => onSay(sayMapping(said, name))} />}
      </div>
      <ReadOptions said={said} looked={looked} onSay={onSay} opened={reading} />
      <Collapse expanded={shown} id={columnsId}>
        <MappingTable looked={looked} said={said} onSay={onSay} />
      </Collapse>
    </>
  );

  function sentence(): string {
    if (kind === null) return t('review.unknownKind');
    const rows = { count: looked.rows, formatted: format.count(looked.rows), kind: t(`kindsInText.${kind}`) };
    if (looked.mapping !== null) return t('review.bySavedMapping', { ...rows, name: looked.mapping });
    if (recognised !== null) return t('review.recognised', { ...rows, recognised });
    return t('review.guessed', rows);
  }
}
