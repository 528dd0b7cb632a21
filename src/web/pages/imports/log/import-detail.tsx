import { Drawer, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Moment } from '../../../components/format/values.tsx';
import { usePerson } from '../../../components/use-workspace.ts';
import { Asked } from '../../../components/waiting/asked.tsx';
import { importQuery } from '../imports-queries.ts';
import { RejectsFile } from '../report/rejects-file.tsx';
import { RejectsList } from '../report/rejects-list.tsx';
import { MergingNote } from '../report/merging-note.tsx';
import { ReportTable } from '../report/report-table.tsx';
import { UndoImports } from './undo-imports.tsx';

/** One import: its counts, what stayed out and why, and the way back. */
export function ImportDetail({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { t } = useTranslation(['imports', 'common']);
  const found = useQuery(importQuery(id));
  const person = usePerson();
  return (
    <Drawer opened onClose={onClose} position="right" size="lg" title={found.data?.file ?? ''} closeButtonProps={{ 'aria-label': t('common:close') }}>
      <Asked answer={found}>
        {({ at, source, status, report, failure }) => (
          <Stack gap="md">
            <p>
              {t('detail.when')} <Moment at={at} /> · {t('detail.from', { source })}
            </p>
            {report === null ? (
              <p>
                {t('detail.noReport')} {failure}
              </p>
            ) : (
              <>
                <ReportTable reports={[report]} label={t('detail.counts')} />
                <MergingNote merging={report.merging ?? []} />
                {report.warnings.length === (report.merging?.length ?? 0) ? null : (
                  <ul>
                    {report.warnings
                      .filter((warning) => report.merging?.includes(warning) !== true)
                      .map((warning) => (
                        <li key={warning}>{warning}</li>
                      ))}
                  </ul>
                )}
                {report.rejects.length === 0 ? null : (
                  <>
                    <h3>{t('done.stayedOut')}</h3>
                    <RejectsList report={report} />
                    <RejectsFile id={id} />
                  </>
                )}
                {status === 'done' && person !== undefined && person.role !== 'viewer' ? (
                  <div>
                    <UndoImports imports={[report]} />
                  </div>
                ) : null}
              </>
            )}
          </Stack>
        )}
      </Asked>
    </Drawer>
  );
}
