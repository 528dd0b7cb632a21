import { useTranslation } from 'react-i18next';
import type { ColumnMapping, LookedAt } from '../../../../contract/index.ts';
import { Term } from '../../../components/term/term.tsx';
import { type Said, sayField } from '../said.ts';
import { Confidence } from './confidence.tsx';
import { FieldPicker } from './field-picker.tsx';
import styles from './review.module.css';

type Props = { readonly looked: LookedAt; readonly said: Said; readonly onSay: (said: Said) => void };

/** What each column means, with values from the file, how sure that is, and every other thing it could mean. */
export function MappingTable({ looked, said, onSay }: Props) {
  const { t } = useTranslation('imports');
  const known = new Map(looked.columns.map((column) => [column.header, column]));
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
    </div>
  );
}
