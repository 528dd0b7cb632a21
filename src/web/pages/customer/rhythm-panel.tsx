import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { SmallBars } from '../../components/figure/small-bars.tsx';
import { useFormat } from '../../components/format/use-format.ts';
import { Panel } from '../../components/panel/panel.tsx';
import { type Customer, type Rhythm, rhythmQuery } from './customer-queries.ts';

/** Orders over time, and how long this customer stayed away before each. Nothing stands here for who has not ordered. */
export function RhythmPanel({ customer, id }: { readonly customer: Customer; readonly id: string }) {
  const { data } = useQuery(rhythmQuery(id));
  if (data === undefined || data.months.length === 0) return null;
  return (
    <>
      <MonthsPanel months={data.months} />
      {data.gaps.length === 0 ? null : <GapsPanel gaps={data.gaps} features={customer.features} />}
    </>
  );
}

function MonthsPanel({ months }: { readonly months: Rhythm['months'] }) {
  const { t } = useTranslation('customer');
  const format = useFormat();
  const named = months.map((each) => ({ ...each, name: format.dateMonth(`${each.month}-01`) }));
  const busy = named.filter(({ orders }) => orders > 0).length;
  const best = named.reduce((one, other) => (other.money > one.money ? other : one));
  const finding = t('rhythmOf.months', {
    busy: format.count(busy),
    count: months.length,
    formatted: format.count(months.length),
    best: best.name,
    money: format.money(best.money),
  });
  return (
    <Panel
      title={t('rhythmOf.monthsTitle')}
      finding={finding}
      how={t('rhythmOf.monthsHow')}
      chart={<SmallBars label={finding} bars={named.map(({ name, money }) => ({ name, value: money }))} format={format.money} />}
      table={{
        columns: [{ header: t('rhythmOf.month') }, { header: t('figures.orders'), format: format.count }, { header: t('figures.spent'), format: format.money }],
        rows: named.map(({ name, orders, money }) => [name, orders, money]),
      }}
    />
  );
}

function GapsPanel({ gaps, features }: { readonly gaps: Rhythm['gaps']; readonly features: Customer['features'] }) {
  const { t } = useTranslation('customer');
  const format = useFormat();
  const days = (value: number) => t('days', { count: Math.round(value), formatted: format.count(Math.round(value)) });
  const [quiet, usual] = [features['days_since_last_order'], features['median_days_between_orders']];
  const shorter = typeof quiet === 'number' ? gaps.filter((gap) => gap.days < quiet).length : undefined;
  const finding = typeof quiet !== 'number' || shorter === undefined ? undefined : quietInWords(quiet, shorter);
  return (
    <Panel
      title={t('rhythmOf.gapsTitle')}
      finding={finding}
      how={t('rhythmOf.gapsHow')}
      chart={
        <SmallBars
          label={finding ?? t('rhythmOf.gapsTitle')}
          bars={gaps.map((gap) => ({ name: format.day(gap.at), value: gap.days }))}
          format={days}
          usual={typeof usual === 'number' ? { value: usual, name: t('rhythmOf.usual', { days: days(usual) }) } : undefined}
        />
      }
      table={{
        columns: [{ header: t('rhythmOf.until') }, { header: t('rhythmOf.away'), format: format.decimal }],
        rows: gaps.map((gap) => [format.day(gap.at), gap.days]),
      }}
    />
  );
  function quietInWords(silence: number, than: number): string {
    const said = { quiet: days(Math.floor(silence)), count: gaps.length, formatted: format.count(gaps.length) };
    if (than === gaps.length) return t('rhythmOf.longest', said);
    return than === 0 ? t('rhythmOf.shortest', said) : t('rhythmOf.longerThan', { ...said, shorter: format.count(than) });
  }
}
