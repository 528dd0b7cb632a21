import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { BarChart } from '../../../charts/bar-chart.tsx';
import { useFormat } from '../../../components/format/use-format.ts';
import { GroupPanel } from '../../../components/group/group-panel.tsx';
import type { Affinity } from '../insights-query.ts';

const mostBars = 10;

/** The strongest pairs. Choosing one names those who bought the first and not yet the second: whom to tell of it. */
export function PairsPanel({ data }: { readonly data: Affinity }) {
  const { t } = useTranslation('insights');
  const format = useFormat();
  const bars = useMemo(() => data.pairs.slice(0, mostBars).map(({ a_name, b_name, lift }) => ({ name: `${a_name} → ${b_name}`, value: lift })), [data]);
  const times = useMemo(() => (lift: number) => t('products.times', { formatted: format.decimal(lift) }), [format, t]);
  const groups = useMemo(
    () =>
      data.pairs.map(({ a_name: bought, b_name: other, confidence, not_yet: group }) => ({
        title: t('products.notYet', { bought, other }),
        people: group.people,
        expression: group.expression,
        detail: t('products.also', { share: format.share(confidence) }),
      })),
    [data, format, t],
  );
  return (
    <GroupPanel
      title={t('products.pairs')}
      finding={data.sentence}
      how={data.how}
      table={{
        columns: [
          { header: t('products.pair') },
          { header: t('products.lift'), format: format.decimal },
          { header: t('products.confidence'), format: format.share },
          { header: t('products.confidenceBack'), format: format.share },
          { header: t('products.both'), format: format.count },
          { header: t('products.notYetShort'), format: format.count },
        ],
        rows: data.pairs.map(({ a_name, b_name, lift, confidence, confidence_back, people, not_yet }) => [
          `${a_name} → ${b_name}`,
          lift,
          confidence,
          confidence_back,
          people,
          not_yet.people,
        ]),
      }}
      groups={groups}
      chart={bars.length === 0 ? undefined : (choose) => <BarChart label={data.sentence} bars={bars} format={times} lying onSelect={choose} />}
    />
  );
}
