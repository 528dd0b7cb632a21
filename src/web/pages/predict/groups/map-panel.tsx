import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { CloudChart } from '../../../charts/cloud-chart.tsx';
import { usePhone } from '../../../charts/use-phone.ts';
import { useFormat } from '../../../components/format/use-format.ts';
import { Panel } from '../../../components/panel/panel.tsx';
import type { Groups } from './groups-queries.ts';

const route = getRouteApi('/shell/predict/groups');
const told = [2, 1] as const;

/** A sample of the customers as dots: along what differs most, or with their neighbours. */
export function MapPanel({ data }: { readonly data: Groups }) {
  const { t } = useTranslation('predict');
  const format = useFormat();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { map, groups } = data;
  const phone = usePhone();
  const near = search.map === 'neighbours';
  const points = useMemo(
    () => map.points.map((point, id) => ({ id, group: point.group ?? -1, x: near ? point.near_x : point.x, y: near ? point.near_y : point.y })),
    [map, near],
  );
  const named = useMemo(
    () => [
      ...groups.map(({ number, name }) => ({ group: number, name })),
      ...(map.points.some(({ group }) => group === null) ? [{ group: -1, name: t('groups.nowhere') }] : []),
    ],
    [groups, map, t],
  );
  const axis = (index: number) => {
    if (near) return '';
    const words = (map.axes[index] ?? []).slice(0, phone ? 1 : (told[index] ?? 1)).map(({ label, weight }) => `${weight < 0 ? '−' : '+'} ${label}`);
    return `${words.join(', ')} (${format.share(map.shown[index] ?? 0)})`;
  };
  const shown = map.shown.slice(0, 2).reduce((sum, part) => sum + part, 0);
  const finding = near
    ? t('groups.nearFinding')
    : t('groups.mapFinding', { share: format.share(shown), count: points.length, formatted: format.count(points.length) });
  const nameOf = useMemo(() => () => t('groups.aCustomer'), [t]);
  return (
    <Panel
      title={t('groups.map')}
      finding={finding}
      how={near ? t('groups.nearHow') : t('groups.mapHow')}
      chart={
        <CloudChart
          label={finding}
          points={points}
          groups={named}
          xTitle={axis(0)}
          yTitle={axis(1)}
          nameOf={nameOf}
          onSelect={({ group }) => void navigate({ search: { ...search, group }, replace: true })}
        />
      }
      table={{
        columns: [{ header: t('groups.group') }, { header: 'x', format: format.fine }, { header: 'y', format: format.fine }],
        rows: points.map(({ group, x, y }) => [named.find((each) => each.group === group)?.name ?? null, x, y]),
      }}
    />
  );
}
