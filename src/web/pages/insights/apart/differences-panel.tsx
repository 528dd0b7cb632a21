import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { BarChart } from '../../../charts/bar-chart.tsx';
import { useFormat } from '../../../components/format/use-format.ts';
import { GroupPanel } from '../../../components/group/group-panel.tsx';
import type { Apart } from './apart-query.ts';
import styles from './apart.module.css';

const most = 12;

/** The differences that stand after correcting for all that was compared, largest first, in plain words. */
export function DifferencesPanel({ data }: { readonly data: Apart }) {
  const { t } = useTranslation('insights');
  const format = useFormat();
  const found = useMemo(() => data.differences.filter((each) => each.found), [data]);
  const nameOf = ({ label, value }: (typeof found)[number]) => (value === null ? label : `${label}: ${value}`);
  const bars = useMemo(
    () =>
      found
        .slice(0, most)
        .map((each) => ({ name: nameOf(each), value: Math.abs(each.delta), tone: each.delta < 0 ? ('neutral' as const) : ('value' as const) })),
    [found],
  );
  return (
    <GroupPanel
      title={t('apart.title', { a: data.a.name, b: data.b.name })}
      finding={data.sentence}
      how={data.how}
      {...(bars.length === 0 ? {} : { chart: (choose) => <BarChart label={data.sentence} bars={bars} format={format.fine} lying onSelect={choose} /> })}
      groups={found.map((each) => ({ title: nameOf(each), people: each.people, expression: each.expression, detail: each.phrase }))}
      table={{
        columns: [
          { header: t('apart.what') },
          { header: data.a.name, format: format.decimal },
          { header: data.b.name, format: format.decimal },
          { header: t('apart.delta'), format: format.fine },
          { header: t('apart.q'), format: format.fine },
          { header: t('apart.words') },
        ],
        rows: found.map((each) => [nameOf(each), each.a.share ?? each.a.median, each.b.share ?? each.b.median, each.delta, each.q, each.phrase]),
      }}
    >
      <ul className={styles.list}>
        {found.slice(0, most).map((each) => (
          <li key={nameOf(each)}>{each.phrase}</li>
        ))}
      </ul>
      <p className={styles.muted}>{t('apart.corrected', { compared: format.count(data.compared), count: data.found, formatted: format.count(data.found) })}</p>
    </GroupPanel>
  );
}
