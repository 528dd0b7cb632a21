import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { BarChart } from '../../charts/bar-chart.tsx';
import { LineChart } from '../../charts/line-chart.tsx';
import { Figure, Figures } from '../../components/figure/figure.tsx';
import type { Formatters } from '../../components/format/formatters.ts';
import { useFormat } from '../../components/format/use-format.ts';
import { AskedPanel } from '../../components/panel/asked-panel.tsx';
import { Panel, Panels } from '../../components/panel/panel.tsx';
import { FlowPanel } from './flow-panel.tsx';
import type { Segment } from './segment.ts';
import { sizesQuery, valueQuery } from './segment-queries.ts';
import { type SizeStory, sizeStory } from './size-story.ts';
import styles from './segment-page.module.css';

/** How many, what they bring, and how both have moved. */
export function OverviewTab({ segment }: { readonly segment: Segment }) {
  const { t } = useTranslation('segment');
  const format = useFormat();
  const value = useQuery(valueQuery(segment.slug));
  const dash = '\u2013';
  const money = (amount: number | null | undefined) => (amount === null || amount === undefined ? dash : format.money(amount));
  return (
    <div className={styles.stack}>
      <Figures>
        <Figure label={t('figures.members')} value={segment.members === null ? dash : format.count(segment.members)} />
        <Figure label={t('figures.share')} value={segment.share === null ? dash : format.share(segment.share)} />
        <Figure label={t('figures.revenue')} value={money(value.data?.revenue_12_months)} />
        <Figure label={t('figures.perMember')} value={money(value.data?.per_member_12_months)} />
        <Figure label={t('figures.orderValue')} value={money(value.data?.average_order_value)} />
      </Figures>
      <Panels>
        <SizePanel slug={segment.slug} name={segment.name} />
        <AskedPanel title={t('value.title')} answer={value} height={260}>
          {(found) => (
            <Panel
              title={t('value.title')}
              finding={found.sentence}
              how={found.how}
              chart={
                <BarChart
                  label={found.sentence}
                  bars={found.months.map(({ month, whole, revenue }) => ({
                    name: format.month(`${month}-15T12:00:00Z`),
                    value: revenue,
                    unfinished: !whole,
                  }))}
                  format={format.compactMoney}
                />
              }
              table={{
                columns: [
                  { header: t('month') },
                  { header: t('figures.revenue') },
                  { header: t('orders') },
                  { header: t('buyers') },
                  { header: t('value.everyone') },
                ],
                rows: found.months.map(({ month, revenue, orders, buyers, base_revenue: all }) => [month, revenue, orders, buyers, all]),
              }}
            />
          )}
        </AskedPanel>
        <FlowPanel slug={segment.slug} />
      </Panels>
    </div>
  );
}

function SizePanel({ slug, name }: { readonly slug: string; readonly name: string }) {
  const { t } = useTranslation('segment');
  const format = useFormat();
  const sizes = useQuery(sizesQuery(slug));
  return (
    <AskedPanel title={t('size.title')} answer={sizes} height={260}>
      {(points) => {
        const finding = sizeFinding(t, format, name, sizeStory(points));
        return (
          <Panel
            title={t('size.title')}
            finding={finding}
            how={t('size.how')}
            chart={
              <LineChart
                label={finding}
                axis={points.map(({ at }) => format.day(at))}
                lines={[{ name, values: points.map(({ members }) => members), tone: 'value' }]}
                format={format.count}
                area
              />
            }
            table={{
              columns: [{ header: t('date') }, { header: t('figures.members') }, { header: t('size.change') }, { header: t('size.recorded') }],
              rows: points.map(({ at, members, change, reconstructed }) => [
                format.day(at),
                members,
                change ?? 0,
                reconstructed ? t('size.workedOut') : t('size.seen'),
              ]),
            }}
          />
        );
      }}
    </AskedPanel>
  );
}

type Translate = ReturnType<typeof useTranslation<'segment'>>['t'];

function sizeFinding(t: Translate, format: Formatters, name: string, story: SizeStory): string {
  if (story.kind === 'never') return t('size.nothing', { name });
  const to = format.count(story.to.members);
  if (story.kind === 'only') return t('size.only', { name, to });
  const finding = t(`size.${story.kind}`, { name, from: format.count(story.from.members), to, since: format.day(story.from.at) });
  return story.most === undefined ? finding : `${finding} ${t('size.most', { most: format.count(story.most.members), at: format.day(story.most.at) })}`;
}
