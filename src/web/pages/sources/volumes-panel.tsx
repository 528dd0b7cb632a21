import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { LiveSourceVolume } from '../../../contract/index.ts';
import { BarChart } from '../../charts/bar-chart.tsx';
import { useFormat } from '../../components/format/use-format.ts';
import { AskedPanel } from '../../components/panel/asked-panel.tsx';
import { Panel } from '../../components/panel/panel.tsx';
import { volumesQuery } from './source-queries.ts';

/** How much arrives, day by day. */
export function VolumesPanel({ slug }: { readonly slug: string }) {
  const { t } = useTranslation('sources');
  const format = useFormat();
  return (
    <AskedPanel title={t('volumes.title')} answer={useQuery(volumesQuery(slug))} height={260}>
      {({ items }) => {
        const days = byDay(items, format.day);
        const sum = items.reduce((all, { received }) => all + received, 0);
        return (
          <Panel
            title={t('volumes.title')}
            finding={sum === 0 ? t('volumes.none') : t('volumes.finding', { count: sum, formatted: format.count(sum) })}
            {...(sum === 0
              ? {}
              : {
                  chart: (
                    <BarChart
                      label={t('volumes.title')}
                      bars={days.map(({ name, received }) => ({ name, value: received }))}
                      format={format.compact}
                      height={220}
                    />
                  ),
                })}
          />
        );
      }}
    </AskedPanel>
  );
}

function byDay(hours: readonly LiveSourceVolume[], nameOf: (hour: string) => string): readonly { readonly name: string; readonly received: number }[] {
  const days = new Map<string, number>();
  for (const { hour, received } of hours) days.set(nameOf(hour), (days.get(nameOf(hour)) ?? 0) + received);
  return [...days].map(([name, received]) => ({ name, received }));
}
