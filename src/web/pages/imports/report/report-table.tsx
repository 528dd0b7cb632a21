import { useTranslation } from 'react-i18next';
import type { ImportReport } from '../../../../contract/index.ts';
import { useFormat } from '../../../components/format/use-format.ts';
import styles from './report.module.css';

/** Exact counts, one line for each file. */
export function ReportTable({ reports, label }: { readonly reports: readonly ImportReport[]; readonly label: string }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const cells = ['rows', 'created', 'updated', 'skipped', 'rejected', 'profiles_created'] as const;
  return (
    <div className={styles.scroll} role="region" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('report.file')}</th>
            <th scope="col">{t('report.kind')}</th>
            {cells.map((cell) => (
              <th key={cell} scope="col" data-number>
                {t(`report.${cell}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {reports.map((report, index) => (
            <tr key={report.import ?? `${report.file ?? ''} ${index}`}>
              <th scope="row">{report.file ?? report.source}</th>
              <td>{t(`kinds.${report.kind}`)}</td>
              {cells.map((cell) => (
                <td key={cell} data-number data-label={t(`report.${cell}`)} {...(cell === 'rejected' && report.rejected > 0 ? { 'data-risk': true } : {})}>
                  {format.count(report[cell])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
