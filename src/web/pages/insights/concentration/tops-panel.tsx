import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { BarChart } from '../../../charts/bar-chart.tsx';
import { useFormat } from '../../../components/format/use-format.ts';
import { GroupPanel } from '../../../components/group/group-panel.tsx';
import { AskedPanel } from '../../../components/panel/asked-panel.tsx';
import { concentrationQuery, type ValueConcentration } from '../insights-query.ts';
import { useConcentrationTable } from './use-concentration-table.ts';

/** The top 1, 5, 10 and 20% of customers, and those of them who have gone quiet, by what they spent. */
export function TopsPanel() {
  const { t } = useTranslation('insights');
  const answer = useQuery(concentrationQuery);
  return (
    <AskedPanel title={t('concentration.tops')} answer={answer} height={380}>
      {(data) => <Tops data={data} />}
    </AskedPanel>
  );
}

function Tops({ data }: { readonly data: ValueConcentration }) {
  const { t } = useTranslation('insights');
  const format = useFormat();
  const { table, groups } = useConcentrationTable(data);
  const bars = useMemo(
    () =>
      data.tops.flatMap(({ revenue, quiet }, index) => [
        { name: groups[2 * index]?.title ?? '', value: revenue },
        { name: t('concentration.ofThemQuiet'), value: quiet.revenue, tone: 'risk' as const },
      ]),
    [data, groups, t],
  );
  const top = data.tops.find((each) => each.top === 0.2) ?? data.tops.at(-1);
  const finding =
    top === undefined
      ? undefined
      : t('concentration.quietFinding', {
          count: top.quiet.people,
          formatted: format.count(top.quiet.people),
          top: format.share(top.top),
          money: format.money(top.quiet.revenue),
        });
  return (
    <GroupPanel
      title={t('concentration.tops')}
      finding={finding}
      how={data.how}
      table={table}
      groups={groups}
      chart={(choose) => <BarChart label={finding ?? t('concentration.tops')} bars={bars} format={format.money} lying onSelect={choose} />}
    />
  );
}
