import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { BarChart } from '../../../charts/bar-chart.tsx';
import { useFormat } from '../../../components/format/use-format.ts';
import { GroupPanel } from '../../../components/group/group-panel.tsx';
import { Panels } from '../../../components/panel/panel.tsx';
import type { Funnel } from '../insights-query.ts';

/** Who got how far, and who stopped where: those are the ones to win back. */
export function FunnelPanel({ data }: { readonly data: Funnel }) {
  const { t } = useTranslation('insights');
  const format = useFormat();
  const { steps } = data;
  const reached = useMemo(() => steps.map(({ event, people }, index) => ({ name: `${index + 1}. ${event}`, value: people })), [steps]);
  const stopping = useMemo(() => steps.slice(0, -1), [steps]);
  const lost = useMemo(
    () => stopping.map(({ event, lost: group }, index) => ({ name: `${index + 1}. ${event}`, value: group.people, tone: 'risk' as const })),
    [stopping],
  );
  const worst = stopping.toSorted((one, other) => other.lost.people - one.lost.people)[0];
  const loss = worst === undefined ? undefined : t('funnel.loss', { count: worst.lost.people, formatted: format.count(worst.lost.people), event: worst.event });
  return (
    <Panels>
      <GroupPanel
        title={t('funnel.reached')}
        finding={data.sentence}
        how={data.how}
        table={{
          columns: [
            { header: t('funnel.event') },
            { header: t('people'), format: format.count },
            { header: t('funnel.ofFirst'), format: format.share },
            { header: t('funnel.ofPrevious'), format: format.share },
            { header: t('funnel.stopped'), format: format.count },
          ],
          rows: steps.map(({ event, people, share, share_of_previous, lost: stopped }) => [event, people, share, share_of_previous, stopped.people]),
        }}
        groups={steps.map(({ event, people, expression, share, share_of_previous }) => ({
          title: t('funnel.got', { event }),
          people,
          expression,
          detail: t('funnel.shares', { first: format.share(share), previous: format.share(share_of_previous) }),
        }))}
        chart={(choose) => <BarChart label={data.sentence} bars={reached} format={format.count} lying onSelect={choose} />}
      />
      <GroupPanel
        title={t('funnel.stoppedTitle')}
        finding={loss}
        how={data.how}
        table={{
          columns: [{ header: t('funnel.lastEvent') }, { header: t('people'), format: format.count }],
          rows: stopping.map(({ event, lost: stopped }) => [event, stopped.people]),
        }}
        groups={stopping.map(({ event, lost: stopped }) => ({
          title: t('funnel.stoppedAt', { event }),
          people: stopped.people,
          expression: stopped.expression,
        }))}
        chart={(choose) => <BarChart label={loss ?? t('funnel.stoppedTitle')} bars={lost} format={format.count} lying onSelect={choose} />}
      />
    </Panels>
  );
}
