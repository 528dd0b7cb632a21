import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../components/format/use-format.ts';
import { Panel } from '../../../components/panel/panel.tsx';
import { PanelTable } from '../../../components/panel/panel-table.tsx';
import { Asked } from '../../../components/waiting/asked.tsx';
import { checkQuery } from '../predict-queries.ts';
import type { Chosen } from './chosen.ts';

/** What the question would have found at earlier moments, and whether that is enough to learn from. */
export function CheckPanel({ chosen, children }: { readonly chosen: Chosen; readonly children: ReactNode }) {
  const { t } = useTranslation('predict');
  const format = useFormat();
  const { target, among, horizon } = chosen;
  const asked = useQuery({ ...checkQuery({ target, among, horizon_days: horizon }), placeholderData: keepPreviousData });
  const data = asked.data;
  const table =
    data === undefined
      ? undefined
      : {
          columns: [{ header: t('backtest.cutOff') }, { header: t('check.asked'), format: format.count }, { header: t('check.did'), format: format.count }],
          rows: data.cut_offs.map(({ date, customers, positives }) => [format.date(date), customers, positives]),
        };
  return (
    <Panel title={t('check.title')} finding={data?.verdict} how={t('check.how')} table={table}>
      <Asked answer={asked} height={120}>
        {({ sentence, among_sentence: whom, warnings }) => (
          <>
            <p>
              {sentence} {whom ?? ''}
            </p>
            {warnings.length === 0 ? null : (
              <ul>
                {warnings.map((warning) => (
                  <li key={warning}>{warning}</li>
                ))}
              </ul>
            )}
            {table === undefined ? null : <PanelTable table={table} label={t('check.title')} />}
          </>
        )}
      </Asked>
      {children}
    </Panel>
  );
}
