import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { HeatMap } from '../../../charts/heat-map.tsx';
import { sentenceCase } from '../../../components/format/sentence-case.ts';
import { Term } from '../../../components/term/term.tsx';
import { useFormat } from '../../../components/format/use-format.ts';
import { GroupPanel } from '../../../components/group/group-panel.tsx';
import type { CrossTabulation } from '../insights-query.ts';
import { crossingCells } from './crossing-cells.ts';
import styles from './crossing-panel.module.css';

/** The grid, each cell with how many there would be if the two had nothing to do with each other. */
export function CrossingPanel({ data }: { readonly data: CrossTabulation }) {
  const { t } = useTranslation('insights');
  const format = useFormat();
  const value = data.measure === 'people' || data.measure === 'orders' ? format.count : format.compactMoney;
  const { rows, columns, cells, table, groups } = useMemo(
    () =>
      crossingCells(data, format, {
        unknown: t('crossing.unknown'),
        expected: (people) => t('crossing.expected', { formatted: people }),
        headers: [t('people'), t('crossing.expectedPeople'), t(`crossing.${data.measure}`)],
      }),
    [data, format, t],
  );
  return (
    <GroupPanel
      title={t('crossing.titleOf', { rows: sentenceCase(data.row_attribute.label), columns: data.column_attribute.label })}
      finding={data.sentence}
      how={data.how}
      table={table}
      groups={groups}
      tableOnPhone
      chart={(choose) => (
        <HeatMap
          label={data.sentence}
          columns={columns}
          rows={rows}
          cells={cells}
          format={value}
          numbers={columns.length <= 14}
          everyName={columns.length <= 14 && columns.some((name) => name.length * 7 > 900 / columns.length)}
          columnTitle={data.column_attribute.label}
          height={72 + rows.length * 36}
          onSelect={(cell) => choose(cells.indexOf(cell))}
        />
      )}
    >
      <Test test={data.test} />
    </GroupPanel>
  );
}

/** The measure behind the sentence, for those who know it. */
function Test({ test }: { readonly test: CrossTabulation['test'] }) {
  const { t } = useTranslation('insights');
  const format = useFormat();
  if (test === null) return null;
  const { cramers_v: v, p_value: p, chi_square, degrees_of_freedom, thin_cells } = test;
  return (
    <p className={styles.test}>
      <Term name="cramersV">{t('crossing.strength', { v: format.fine(v) })}</Term>{' '}
      {t('crossing.test', {
        share: p < 0.001 ? t('crossing.rare') : format.share(p),
        value: format.decimal(chi_square),
        degrees: degrees_of_freedom,
      })}{' '}
      {thin_cells > 0.2 ? t('crossing.thin', { share: format.share(thin_cells) }) : null}
    </p>
  );
}
