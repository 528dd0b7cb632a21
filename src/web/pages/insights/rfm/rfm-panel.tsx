import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { HeatMap } from '../../../charts/heat-map.tsx';
import { useFormat } from '../../../components/format/use-format.ts';
import { GroupPanel } from '../../../components/group/group-panel.tsx';
import { AskedPanel } from '../../../components/panel/asked-panel.tsx';
import { type RfmMap, rfmQuery } from '../insights-query.ts';
import { rfmGrid } from './rfm-grid.ts';
import styles from './rfm-panel.module.css';

type Across = 'frequency' | 'monetary';

/** Where value sits: 25 cells of how recently against how often, or how much. */
export function RfmPanel({ across }: { readonly across: Across }) {
  const { t } = useTranslation('insights');
  const answer = useQuery(rfmQuery({ across }));
  return (
    <AskedPanel title={t('rfm.title')} answer={answer} height={380}>
      {(data) => <Grid data={data} />}
    </AskedPanel>
  );
}

function Grid({ data }: { readonly data: RfmMap }) {
  const { t } = useTranslation('insights');
  const format = useFormat();
  const { cells, table, groups } = useMemo(
    () =>
      rfmGrid(data, format, {
        cell: (recency, other) => t(`rfm.cell.${data.across}`, { recency, other }),
        headers: [t('rfm.group'), t('rfm.recency'), t(`rfm.${data.across}`), t('people'), t('revenueSoFar'), t('quietDays')],
        quiet: (days) => t('quiet', { count: Math.round(days) }),
      }),
    [data, format, t],
  );
  return (
    <GroupPanel
      title={t('rfm.title')}
      finding={data.sentence}
      how={data.how}
      table={table}
      groups={groups}
      chart={(choose) => (
        <HeatMap
          label={data.sentence}
          columns={scores}
          rows={scoresDown}
          cells={cells}
          format={format.count}
          columnTitle={t('rfm.recencyAxis')}
          rowTitle={t(`rfm.${data.across}Axis`)}
          height={320}
          onSelect={(cell) => choose(cells.indexOf(cell))}
        />
      )}
    >
      <p className={styles.key}>{t('rfm.key')}</p>
    </GroupPanel>
  );
}

const scores = ['1', '2', '3', '4', '5'] as const;
const scoresDown = ['5', '4', '3', '2', '1'] as const;
