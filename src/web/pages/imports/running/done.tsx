import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Job } from '../../../../contract/schemas.ts';
import { useFormat } from '../../../components/format/use-format.ts';
import { Page } from '../../../components/page/page.tsx';
import { NextStepsPanel } from '../../home/next-steps-panel.tsx';
import { useDestinations } from '../../../shell/destinations.ts';
import { RejectsList } from '../report/rejects-list.tsx';
import { RejectsFile } from '../report/rejects-file.tsx';
import { reportsOf, totalsOf } from '../report/reports-of.ts';
import { ReportTable } from '../report/report-table.tsx';
import { UndoImports } from '../log/undo-imports.tsx';
import { EndsLongAgo } from './ends-long-ago.tsx';
import styles from './running.module.css';

const worthSeeing = ['home', 'customers', 'segments', 'insights'] as const;

/** What came in, what did not and why, and where to look now. */
export function Done({ job, onAgain }: { readonly job: Job; readonly onAgain: () => void }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const reports = reportsOf(job);
  const totals = totalsOf(reports);
  const places = useDestinations().filter(({ page }) => worthSeeing.some((one) => one === page));
  const rejected = reports.filter((report) => report.rejected > 0);
  return (
    <Page
      title={t('done.title')}
      lead={t('done.lead', {
        rows: format.count(totals.created + totals.updated),
        people: format.count(totals.people),
        seconds: format.decimal(seconds(job)),
      })}
      actions={
        <>
          <Button variant="default" onClick={onAgain}>
            {t('done.more')}
          </Button>
          <UndoImports imports={reports} />
        </>
      }
    >
      <EndsLongAgo />
      <NextStepsPanel />
      <section className={styles.card} aria-label={t('done.next')}>
        <h2 className={styles.title}>{t('done.next')}</h2>
        <div className={styles.next}>
          {places.map(({ page, to }) => (
            <Link key={page} to={to}>
              <strong>{t(`done.places.${page as (typeof worthSeeing)[number]}.name`)}</strong>
              <span>{t(`done.places.${page as (typeof worthSeeing)[number]}.why`)}</span>
            </Link>
          ))}
        </div>
      </section>
      <section className={styles.card} aria-label={t('done.cameIn')}>
        <h2 className={styles.title}>{t('done.cameIn')}</h2>
        <ReportTable reports={reports} label={t('done.cameIn')} />
      </section>
      {rejected.length === 0 ? null : (
        <section className={styles.card} aria-label={t('done.stayedOut')}>
          <h2 className={styles.title}>{t('done.stayedOut')}</h2>
          <p className={styles.muted}>{t('done.stayedOutWhy')}</p>
          {rejected.map((report) => (
            <div key={report.import ?? report.file ?? ''} className={styles.card}>
              <div className={styles.line}>
                <strong>{report.file ?? report.source}</strong>
                <RejectsFile id={report.import} />
              </div>
              <RejectsList report={report} />
            </div>
          ))}
        </section>
      )}
    </Page>
  );
}

const seconds = ({ started_at, finished_at }: Job): number => (Date.parse(finished_at ?? '') - Date.parse(started_at ?? '')) / 1000 || 0;
