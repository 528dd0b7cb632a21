import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportReport } from '../../../../contract/index.ts';
import { useFormat } from '../../../components/format/use-format.ts';
import { inBrowserWords } from '../../../components/format/in-browser-words.ts';
import styles from './report.module.css';

export type Reject = ImportReport['rejects'][number];
type Props = {
  readonly report: Pick<ImportReport, 'rejects' | 'file'>;
  /** What can be done about a reason right here. */
  readonly tools?: (reject: Reject) => ReactNode;
};

/** Rejected rows by reason: how many, an example with its line, and what would mend them. */
export function RejectsList({ report, tools }: Props) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  return (
    <ul className={styles.rejects}>
      {report.rejects.map((reject) => (
        <li key={`${reject.reason} ${reject.column ?? ''}`} className={styles.reject}>
          <p className={styles.why}>
            {reject.column === null
              ? t('rejects.row', { count: reject.rows, formatted: format.count(reject.rows), reason: reject.reason })
              : t('rejects.cell', { count: reject.rows, formatted: format.count(reject.rows), reason: reject.reason, column: reject.column })}
          </p>
          <p>
            {reject.example.trim() === '' ? (
              t('rejects.emptyExample', { file: report.file ?? '', line: format.count(reject.line) })
            ) : (
              <>
                {t('rejects.example', { file: report.file ?? '', line: format.count(reject.line) })} <code>{reject.example}</code>
              </>
            )}
          </p>
          <p className={styles.fix}>{inBrowserWords(reject.fix)}</p>
          {tools === undefined ? null : <div className={styles.tools}>{tools(reject)}</div>}
        </li>
      ))}
    </ul>
  );
}
