import { useMediaQuery } from '@mantine/hooks';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { HeatMap } from '../../../charts/heat-map.tsx';
import { useFormat } from '../../../components/format/use-format.ts';
import { GroupPanel } from '../../../components/group/group-panel.tsx';
import type { Cohorts } from '../insights-query.ts';
import { cohortName } from './cohort-name.ts';
import { cohortTriangle, valueFormat } from './cohort-triangle.ts';
import styles from './cohorts.module.css';

/** Numbers fit into the cells only while there are few columns for the width. */
const mostNumbers = 25;

export function TrianglePanel({ data }: { readonly data: Cohorts }) {
  const { t } = useTranslation('insights');
  const format = useFormat();
  const wide = useMediaQuery('(min-width: 1100px)', true, { getInitialValueInEffect: false });
  const { by, measure } = data;
  const triangle = useMemo(
    () =>
      cohortTriangle(data, format, {
        cohort: (starts) => cohortName(starts, by, format),
        group: (cohort, after) => t(`cohorts.cell.${by}`, { cohort, count: after }),
        running: t('cohorts.running'),
        headers: [t('cohorts.cohort'), t(`cohorts.after.${by}`), t('cohorts.ordered'), t('cohorts.share'), t('orders'), t('revenue')],
      }),
    [data, by, format, t],
  );
  const value = useMemo(() => valueFormat(measure, format), [measure, format]);
  return (
    <GroupPanel
      title={t(`cohorts.title.${measure}`)}
      finding={data.sentence}
      how={data.how}
      table={triangle.table}
      groups={triangle.groups}
      tableOnPhone
      chart={(choose) => (
        <HeatMap
          label={data.sentence}
          columns={triangle.columns}
          rows={triangle.rows}
          cells={triangle.cells}
          format={value}
          steps={measure === 'retention' ? 'even' : 'roots'}
          numbers={triangle.columns.length <= (wide ? mostNumbers : mostNumbers / 2)}
          columnTitle={t(`cohorts.after.${by}`)}
          height={64 + triangle.rows.length * 28}
          onSelect={(cell) => choose(triangle.rowOf(cell))}
        />
      )}
    >
      {data.cohorts.some(({ periods }) => periods.some(({ complete }) => !complete)) ? <p className={styles.paler}>{t(`cohorts.paler.${by}`)}</p> : null}
    </GroupPanel>
  );
}
