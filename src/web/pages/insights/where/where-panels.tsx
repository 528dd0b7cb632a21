import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { BarChart } from '../../../charts/bar-chart.tsx';
import { PointMap } from '../../../charts/point-map.tsx';
import { nameOf } from '../../../components/format/name-of.ts';
import { useFormat } from '../../../components/format/use-format.ts';
import { GroupPanel } from '../../../components/group/group-panel.tsx';
import { Panels } from '../../../components/panel/panel.tsx';
import type { WhereTheyBuy } from '../insights-query.ts';
import { placeName } from './place-name.ts';

const mostBars = 12;

/** The places on a map, as large as their customers, and the same by what they brought. */
export function WherePanels({ data }: { readonly data: WhereTheyBuy }) {
  const { t } = useTranslation('insights');
  const format = useFormat();
  const names = useMemo(
    () =>
      data.places.map(
        (place) =>
          placeName(place, data.level) ?? (place.country === null ? t('where.unknown') : t('where.somewhere', { country: nameOf('region', place.country) })),
      ),
    [data, t],
  );
  const groups = useMemo(
    () =>
      data.places.map(({ people, expression, revenue }, index) => ({
        title: t('where.customersIn', { place: names[index] ?? '' }),
        people,
        expression,
        detail: format.money(revenue),
      })),
    [data, names, format, t],
  );
  const points = useMemo(
    () =>
      data.places.flatMap(({ latitude, longitude, people }, index) =>
        latitude === null || longitude === null ? [] : [{ name: names[index] ?? '', latitude, longitude, value: people, row: index }],
      ),
    [data, names],
  );
  const bars = useMemo(() => data.places.slice(0, mostBars).map(({ revenue }, index) => ({ name: names[index] ?? '', value: revenue })), [data, names]);
  const table = {
    columns: [
      { header: t(`where.one.${data.level}`) },
      { header: t('people'), format: format.count },
      { header: t('shareOfCustomers'), format: format.share },
      { header: t('where.buyers'), format: format.count },
      { header: t('revenueSoFar'), format: format.money },
    ],
    rows: data.places.map(({ people, share, buyers, revenue }, index) => [names[index] ?? '', people, share, buyers, revenue]),
  };
  const best = data.places[0];
  const most = best === undefined ? undefined : t('where.best', { place: names[0] ?? '', money: format.money(best.revenue) });
  return (
    <Panels>
      <GroupPanel
        title={t('where.title')}
        finding={data.sentence}
        how={data.how}
        table={table}
        groups={groups}
        chart={
          points.length === 0
            ? undefined
            : (choose) => (
                <PointMap
                  label={data.sentence}
                  places={points}
                  format={format.count}
                  height={420}
                  onSelect={(place) => choose(points.find((point) => point === place)?.row ?? -1)}
                />
              )
        }
      >
        {points.length === 0 ? <p>{t('where.noMap')}</p> : null}
      </GroupPanel>
      <GroupPanel
        title={t('where.revenue')}
        finding={most}
        how={data.how}
        table={table}
        groups={groups}
        chart={(choose) => <BarChart label={most ?? t('where.revenue')} bars={bars} format={format.money} lying onSelect={choose} />}
      />
    </Panels>
  );
}
