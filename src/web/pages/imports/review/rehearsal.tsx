import { Button, Progress } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldOf, type ImportReport } from '../../../../contract/index.ts';
import type { Job } from '../../../../contract/schemas.ts';
import { cancelJob } from '../../../api/jobs.ts';
import { Problem } from '../../../api/problem.ts';
import { sentenceCase } from '../../../components/format/sentence-case.ts';
import { useFormat } from '../../../components/format/use-format.ts';
import { ProblemBox } from '../../../components/problem/problem-box.tsx';
import { usePerson, useWorkspace } from '../../../components/use-workspace.ts';
import { type Reject, RejectsList } from '../report/rejects-list.tsx';
import { MergingNote } from '../report/merging-note.tsx';
import { recordsInWords } from '../report/counted.ts';
import { reportsOf, totalsOf } from '../report/reports-of.ts';
import { ReportTable } from '../report/report-table.tsx';
import { type Said, sayField, sayOption } from '../said.ts';
import { possibleDates } from '../two-readings.ts';
import styles from './review.module.css';
import { Statuses } from './statuses.tsx';
import { UnreadWords } from './unread-words.tsx';
import { useSetCurrency } from './use-set-currency.ts';

type Props = { readonly job: Job | undefined; readonly onSay: (file: string, change: (said: Said) => Said) => void };

/** What importing would do, exactly: nothing has been recorded yet. */
export function Rehearsal({ job, onSay }: Props) {
  const { t } = useTranslation('imports');
  if (job === undefined) return null;
  if (job.status === 'failed' || job.status === 'cancelled') {
    const problem = new Problem({
      status: 400,
      code: job.error?.code ?? 'cancelled',
      title: job.error?.message ?? t('rehearsal.cancelled'),
      hint: job.error?.hint ?? '',
    });
    return <ProblemBox error={problem} />;
  }
  if (job.status !== 'done') return <Running key={job.id} job={job} />;
  return <Outcome job={job} onSay={onSay} />;
}

/** It stands below the files: whoever asked for it should see it. */
function useBroughtIntoSight(job: string) {
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    // Newer browsers answer with a promise, which is no way to clean up.
    void section.current?.scrollIntoView({ block: 'start' });
  }, [job]);
  return section;
}

function Running({ job }: { readonly job: Job }) {
  const { t } = useTranslation('imports');
  const section = useBroughtIntoSight(job.id);
  const share = job.progress === null || job.progress.total === null || job.progress.total === 0 ? undefined : job.progress.done / job.progress.total;
  return (
    <section ref={section} className={`${styles.card} ${styles.outcome}`} aria-label={t('rehearsal.title')}>
      <div className={styles.head}>
        <h2 className={styles.title}>{t('rehearsal.running')}</h2>
        <Button variant="subtle" size="compact-sm" onClick={() => void cancelJob(job.id)}>
          {t('running.stop')}
        </Button>
      </div>
      <Progress value={share === undefined ? 100 : share * 100} animated={share === undefined} size="sm" aria-label={t('rehearsal.running')} />
      <p className={styles.about}>{job.progress?.label ?? ''}</p>
    </section>
  );
}

function Outcome({ job, onSay }: { readonly job: Job; readonly onSay: Props['onSay'] }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const section = useBroughtIntoSight(job.id);
  const reports = reportsOf(job);
  const totals = totalsOf(reports);
  const byKind = (of: 'created' | 'updated'): string => sentenceCase(format.list(recordsInWords(reports, (report) => report[of], t, format)));
  return (
    <section ref={section} className={`${styles.card} ${styles.outcome}`} aria-label={t('rehearsal.title')}>
      <h2 className={styles.title}>{t('rehearsal.title')}</h2>
      <p className={styles.finding}>
        {[
          totals.created === 0 ? t('rehearsal.nothing') : t('rehearsal.created', { count: totals.created, what: byKind('created') }),
          t('rehearsal.people', { count: totals.people, formatted: format.count(totals.people) }),
          totals.updated > 0 ? t('rehearsal.updated', { count: totals.updated, what: byKind('updated') }) : '',
          totals.skipped > 0 ? t('rehearsal.skipped', { count: totals.skipped, formatted: format.count(totals.skipped) }) : '',
          totals.rejected > 0 ? t('rehearsal.rejected', { count: totals.rejected, formatted: format.count(totals.rejected) }) : t('rehearsal.noneRejected'),
        ]
          .filter((part) => part !== '')
          .join(' ')}
      </p>
      <ReportTable reports={reports} label={t('rehearsal.title')} />
      {reports.map((report, index) => (
        <FileNotes key={`${report.file ?? ''} ${index}`} report={report} onSay={onSay} />
      ))}
    </section>
  );
}

function FileNotes({ report, onSay }: { readonly report: ImportReport; readonly onSay: Props['onSay'] }) {
  const words = report.unread_words ?? [];
  const { statuses, merging = [] } = report;
  // What is asked about or shown below need not be told as well.
  const shown = new Set<string | null>([...words.map(({ warning }) => warning), statuses?.warning ?? null, ...merging]);
  const warnings = report.warnings.filter((warning) => !shown.has(warning));
  if (warnings.length + merging.length === 0 && report.rejects.length === 0 && words.length === 0 && statuses === undefined) return null;
  return (
    <>
      <MergingNote merging={merging} />
      {words.map((each) => (
        <UnreadWords key={each.column} words={each} onSay={(change) => onSay(report.file ?? '', change)} />
      ))}
      {statuses === undefined ? null : <Statuses statuses={statuses} onSay={(change) => onSay(report.file ?? '', change)} />}
      {warnings.length === 0 ? null : (
        <ul className={styles.warnings}>
          {warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
      <RejectsList report={report} tools={(reject) => <Fixes report={report} reject={reject} say={(change) => onSay(report.file ?? '', change)} />} />
    </>
  );
}

type FixProps = { readonly report: ImportReport; readonly reject: Reject; readonly say: (change: (said: Said) => Said) => void };

/** What would bring rejected rows in, one click each. */
function Fixes({ report, reject, say }: FixProps) {
  const { t } = useTranslation('imports');
  const { currency, empty } = useWorkspace();
  const person = usePerson();
  const setCurrency = useSetCurrency();
  const column = report.columns.find(({ header }) => header === reject.column);
  if (column === undefined) return null;
  const definition = fieldOf(report.kind, column.field);
  const readings = definition?.type === 'instant' || definition?.type === 'date' ? possibleDates(reject.example) : [];
  const isNumber = definition?.type === 'money' || definition?.type === 'number' || definition?.type === 'integer';
  const foreign = definition?.type === 'currency' && /^[A-Z]{3}$/.test(reject.example) && reject.example !== currency;
  const fix = (words: string, change: (said: Said) => Said) => (
    <Button key={words} variant="default" size="compact-sm" onClick={() => say(change)}>
      {words}
    </Button>
  );
  return (
    <>
      {readings.includes('dmy') ? fix(t('fix.dayFirst'), (said) => sayOption(said, 'dateOrder', 'dmy')) : null}
      {readings.includes('mdy') ? fix(t('fix.monthFirst'), (said) => sayOption(said, 'dateOrder', 'mdy')) : null}
      {isNumber && /\d[.,]\d/.test(reject.example)
        ? [fix(t('fix.point'), (said) => sayOption(said, 'decimal', 'point')), fix(t('fix.comma'), (said) => sayOption(said, 'decimal', 'comma'))]
        : null}
      {foreign && empty && person?.role === 'owner' ? (
        <Button
          variant="default"
          size="compact-sm"
          loading={setCurrency.isPending}
          onClick={() => setCurrency.mutate(reject.example, { onSuccess: () => say((said) => said) })}
        >
          {t('fix.workIn', { currency: reject.example })}
        </Button>
      ) : null}
      {foreign ? fix(t('fix.takeFor', { currency }), (said) => sayField(said, column.header, 'ignore')) : null}
      {definition?.required === true || foreign ? null : fix(t('fix.ignore', { column: column.header }), (said) => sayField(said, column.header, 'ignore'))}
    </>
  );
}
