import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ColumnMapping, LookedAt } from '../../../../contract/index.ts';
import { useFormat } from '../../../components/format/use-format.ts';
import { Term } from '../../../components/term/term.tsx';
import { type Said, sayField } from '../said.ts';
import { Confidence } from './confidence.tsx';
import { FieldPicker } from './field-picker.tsx';
import { foldedColumns } from './folded-columns.ts';
import styles from './review.module.css';

type Props = { readonly looked: LookedAt; readonly said: Said; readonly onSay: (said: Said) => void };

/** What each column means, with values from the file, how sure that is, and every other thing it could mean. */
export function MappingTable({ looked, said, onSay }: Props) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const known = new Map(looked.columns.map((column) => [column.header, column]));
  const [unfolded, setUnfolded] = useState(false);
  const folded = foldedColumns(looked);
  const counted = { count: folded.size, formatted: format.count(folded.size) };
  const taken = new Map(looked.columns.map((column) => [column.field, column.header]));
  return (
    <div className={styles.map} tabIndex={0} role="region" aria-label={t('map.label', { file: looked.file })}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('map.column')}</th>
            <th scope="col">{t('map.samples')}</th>
            <th scope="col">{t('map.field')}</th>
            <th scope="col">
              <Term name="confidence">{t('map.confidence')}</Term>
            </th>
          </tr>
        </thead>
        <tbody>
          {looked.headers.map((header, index) => {
            if (!unfolded && folded.has(header)) return null;
            const column: ColumnMapping | undefined = known.get(header);
            return (
              <tr key={header}>
                <th scope="row">{header}</th>
                <td className={styles.samples}>
                  <span>{(looked.samples[index] ?? []).filter((value) => value !== null).join(' · ') || t('map.empty')}</span>
                </td>
                <td className={styles.field}>
                  <FieldPicker
                    label={t('map.fieldOf', { column: header })}
                    kind={looked.kind}
                    value={column?.field}
                    name={column?.name}
                    taken={taken}
                    onPick={(field) => onSay(sayField(said, header, field))}
                  />
                </td>
                <td>{column === undefined ? null : <Confidence column={column} />}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {folded.size === 0 ? null : (
        <Button variant="subtle" size="compact-sm" aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
          {unfolded ? t('map.fold') : looked.recognised === null ? t('map.emptyLeftOut', counted) : t('map.further', counted)}
        </Button>
      )}
    </div>
  );
}
