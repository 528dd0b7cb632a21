import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Job } from '../../../../contract/schemas.ts';
import { sentenceCase } from '../../../components/format/sentence-case.ts';
import { useFormat } from '../../../components/format/use-format.ts';
import { Page } from '../../../components/page/page.tsx';
import { NextStepsPanel } from '../../home/next-steps-panel.tsx';
import { useDestinations } from '../../../shell/destinations.ts';
import { segmentListQuery } from '../../segments/list/list-queries.ts';
import { RejectsList } from '../report/rejects-list.tsx';
import { RejectsFile } from '../report/rejects-file.tsx';
import { recordsInWords } from '../report/counted.ts';
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
  const { data: segments } = useQuery(segmentListQuery);
  const segmentsWhy = segments === undefined ? t('done.places.segments.why') : madeWords(segments.map(({ name }) => name));
  const rejected = reports.filter((report) => report.rejected > 0);
  return (
    <Page
      title={t('done.title')}
      lead={t('done.lead', { what: whatCame(), seconds: format.decimal(seconds(job)) })}
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
              <span>{page === 'segments' ? segmentsWhy : t(`done.places.${page as (typeof worthSeeing)[number]}.why`)}</span>
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

  function whatCame(): string {
    const records = recordsInWords(reports, ({ created, updated }) => created + updated, t, format);
    const people = totals.people === 0 ? [] : [t('done.people', { count: totals.people, formatted: format.count(totals.people) })];
    const said = [...records, ...people];
    return said.length === 0 ? t('done.nothing') : sentenceCase(format.list(said));
  }

  function madeWords(names: readonly string[]): string {
    const shown = names.slice(0, namedAtMost);
    const rest = names.length > shown.length ? [t('done.places.segments.more', { count: names.length - shown.length })] : [];
    const made =
      names.length === 0
        ? ''
        : t('done.places.segments.made', { count: names.length, formatted: format.count(names.length), names: format.list([...shown, ...rest]) });
    return [made, names.length < fewSegments ? t('done.places.segments.few') : ''].filter((part) => part !== '').join(' ');
  }
}

const namedAtMost = 5;
/** Fewer than these are few: most shops get more. */
const fewSegments = 3;

const seconds = ({ started_at, finished_at }: Job): number => (Date.parse(finished_at ?? '') - Date.parse(started_at ?? '')) / 1000 || 0;
