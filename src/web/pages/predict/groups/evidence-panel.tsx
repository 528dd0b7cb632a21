import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { BandChart } from '../../../charts/band-chart.tsx';
import { useFormat } from '../../../components/format/use-format.ts';
import { Panel } from '../../../components/panel/panel.tsx';
import styles from '../predict.module.css';
import type { Groups } from './groups-queries.ts';

/** Why so many groups, what they were compared by, and what was left out. */
export function EvidencePanel({ data }: { readonly data: Groups }) {
  const { t } = useTranslation('predict');
  const format = useFormat();
  const { evidence, because, columns, left_out: leftOut } = data;
  const counted = evidence.some(({ classes }) => classes !== null);
  const axis = useMemo(() => evidence.map(({ k }) => String(k)), [evidence]);
  const bands = useMemo(
    () => [
      { name: t('groups.line.silhouette'), values: evidence.map(({ silhouette }) => silhouette) },
      { name: t('groups.line.stability'), values: evidence.map(({ stability }) => stability) },
      ...(counted ? [{ name: t('groups.line.classes'), values: evidence.map(({ classes }) => classes?.stability ?? null) }] : []),
      ...(evidence.every(({ gap }) => gap === null) ? [] : [{ name: t('groups.line.gap'), values: evidence.map(({ gap }) => gap), dashed: true }]),
    ],
    [evidence, counted, t],
  );
  const marks = useMemo(() => evidence.flatMap(({ k, chosen }, at) => (chosen ? [{ at, words: t('groups.chosen', { count: k }) }] : [])), [evidence, t]);
  return (
    <Panel
      title={t('groups.evidence')}
      finding={because}
      how={counted ? `${t('groups.evidenceHow')} ${t('groups.classesHow')}` : t('groups.evidenceHow')}
      {...(evidence.length < 2
        ? {}
        : { chart: <BandChart label={because} axis={axis} bands={bands} marks={marks} format={format.fine} axisTitle={t('groups.number')} fromZero /> })}
      table={{
        columns: [
          { header: t('groups.number'), format: format.count },
          { header: t('groups.silhouette'), format: format.fine },
          { header: t('groups.stability'), format: format.fine },
          { header: t('groups.gap'), format: format.fine },
          { header: t('groups.smallest'), format: format.share },
          ...(counted
            ? [
                { header: t('groups.classStability'), format: format.fine },
                { header: t('groups.classGain'), format: format.fine },
              ]
            : []),
        ],
        rows: evidence.map(({ k, silhouette, stability, gap, smallest, classes }) => [
          k,
          silhouette,
          stability,
          gap,
          smallest,
          ...(counted ? [classes?.stability ?? null, classes?.gain ?? null] : []),
        ]),
      }}
    >
      <p className={styles.words}>{t('groups.comparedBy', { columns: format.list(columns.map(({ label }) => label)) })}</p>
      {leftOut.length === 0 ? null : (
        <ul className={styles.plain}>
          {leftOut.map(({ column, label, reason }) => (
            <li key={column}>{t('groups.leftOut', { label, reason })}</li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
