import { MultiSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnsweredPost } from '../../../api/answered.ts';
import { LineChart } from '../../../charts/line-chart.tsx';
import { useFormat } from '../../../components/format/use-format.ts';
import { GroupPanel } from '../../../components/group/group-panel.tsx';
import { AskedPanel } from '../../../components/panel/asked-panel.tsx';
import { PanelTable } from '../../../components/panel/panel-table.tsx';
import { Panel } from '../../../components/panel/panel.tsx';
import { segmentNamesQuery } from '../../predict/forecast/forecast-queries.ts';
import { journeysQuery, type JourneysBody } from '../insights-query.ts';

type Journeys = AnsweredPost<'/api/v1/insights/journeys'>;
type Props = {
  readonly asked: Omit<JourneysBody, 'segments'>;
  readonly segments: readonly string[];
  readonly onSegments: (segments: readonly string[]) => void;
};

/** The same way walked by segments: where each loses more than the others, and what those met who got through. */
export function SegmentJourneys({ asked, segments, onSegments }: Props) {
  const { t } = useTranslation('insights');
  const { data: known = [] } = useQuery(segmentNamesQuery);
  const answer = useQuery({ ...journeysQuery({ ...asked, segments: [...segments] }), enabled: segments.length > 0 });
  const picker = (
    <MultiSelect
      label={t('journeys.segments')}
      data={known.map(({ slug, name }) => ({ value: slug, label: name }))}
      value={[...segments]}
      searchable
      clearable
      maxValues={6}
      onChange={onSegments}
    />
  );
  return (
    <>
      {picker}
      {segments.length === 0 ? null : (
        <AskedPanel title={t('journeys.title')} answer={answer} height={340}>
          {(data) => (
            <>
              <JourneysPanel data={data} />
              {data.touch_points.length === 0 ? null : <TouchPointsPanel data={data} />}
            </>
          )}
        </AskedPanel>
      )}
    </>
  );
}

function JourneysPanel({ data }: { readonly data: Journeys }) {
  const { t } = useTranslation('insights');
  const format = useFormat();
  const lines = useMemo(() => data.groups.map(({ name, steps }) => ({ name, values: steps.map(({ share }) => share) })), [data]);
  const against = ({ against_others: others }: Journeys['groups'][number]['steps'][number]): string | null => {
    if (others === null || !others.found) return null;
    const points = format.decimal(Math.abs(100 * others.difference));
    return others.difference < 0 ? t('journeys.fewer', { points }) : t('journeys.more', { points });
  };
  const rows = data.groups.flatMap((group) => group.steps.map((step, at) => ({ group, step, at })));
  return (
    <GroupPanel
      title={t('journeys.title')}
      finding={data.sentence}
      how={data.how}
      chart={() => <LineChart label={data.sentence} axis={data.steps} lines={lines} format={format.share} most={1} height={300} />}
      tableOnPhone
      table={{
        columns: [
          { header: t('journeys.segment') },
          { header: t('funnel.event') },
          { header: t('people'), format: format.count },
          { header: t('funnel.ofPrevious'), format: format.share },
          { header: t('satisfaction.low'), format: format.share },
          { header: t('satisfaction.high'), format: format.share },
          { header: t('journeys.against') },
          { header: t('journeys.lost'), format: format.count },
        ],
        rows: rows.map(({ group, step }) => [
          group.name,
          step.event,
          step.people,
          step.share_of_previous,
          step.low,
          step.high,
          against(step),
          step.lost.people,
        ]),
      }}
      groups={rows.map(({ group, step, at }) => ({
        title: at === group.steps.length - 1 ? t('funnel.got', { event: step.event }) : t('funnel.stoppedAt', { event: step.event }),
        people: at === group.steps.length - 1 ? step.people : step.lost.people,
        expression: at === group.steps.length - 1 ? step.expression : step.lost.expression,
        detail: group.name,
      }))}
    />
  );
}

function TouchPointsPanel({ data }: { readonly data: Journeys }) {
  const { t } = useTranslation('insights');
  const format = useFormat();
  const strongest = data.touch_points.filter(({ found }) => found).toSorted((a, b) => (b.lift ?? 0) - (a.lift ?? 0))[0];
  const table = {
    columns: [
      { header: t('funnel.event') },
      { header: t('journeys.reached'), format: format.share },
      { header: t('journeys.lostShare'), format: format.share },
      { header: t('alike.lift'), format: format.decimal },
      { header: t('people'), format: format.count },
    ],
    rows: data.touch_points.map((each) => [each.event, each.reached, each.lost, each.lift, each.people]),
  };
  return (
    <Panel
      title={t('journeys.touch')}
      finding={
        strongest === undefined
          ? t('journeys.noTouch')
          : t('journeys.touchFinding', { event: strongest.event, reached: format.share(strongest.reached), lost: format.share(strongest.lost) })
      }
      how={data.how}
      table={table}
    >
      <PanelTable table={table} label={t('journeys.touch')} />
    </Panel>
  );
}
