import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { BandChart } from '../../../charts/band-chart.tsx';
import { Figure, Figures } from '../../../components/figure/figure.tsx';
import { useFormat } from '../../../components/format/use-format.ts';
import { Panel } from '../../../components/panel/panel.tsx';
import { besideForecastQuery, type Details } from '../predict-queries.ts';
import styles from '../predict.module.css';
import { CalibrationPanel } from './calibration-panel.tsx';

type Held = NonNullable<Details<'value'>['hold_out']>;

/** Orders and money to come, and whether that agrees with what the shop’s own forecast says. */
export function ValueTotals({ details, addsUpTo }: { readonly details: Details<'value'>; readonly addsUpTo: number | null }) {
  const { t } = useTranslation('predict');
  const format = useFormat();
  const { totals, intervals } = details;
  // Only what acts today can agree with the shop's forecast of today.
  const { data: beside } = useQuery({ ...besideForecastQuery, enabled: addsUpTo !== null });
  const { value_12m: money } = totals;
  const expected = { money: format.money(money.expected), low: format.money(money.low), high: format.money(money.high) };
  return (
    <Panel
      title={t('value.totals')}
      finding={
        addsUpTo === null
          ? t('value.totalsFinding', expected)
          : `${t('value.pagesAddUp', { money: format.money(addsUpTo) })} ${t('value.totalsAlone', expected)}`
      }
      how={intervals}
    >
      {beside?.found === undefined || beside.found === null ? null : <p>{beside.found.sentence}</p>}
      <Figures>
        <Figure
          label={t('value.orders')}
          value={format.count(totals.orders_90d.expected)}
          open={<>{t('value.between', { low: format.count(totals.orders_90d.low), high: format.count(totals.orders_90d.high) })}</>}
        />
        {totals.active_customers === null ? null : <Figure label={t('value.active')} value={format.count(totals.active_customers)} />}
      </Figures>
    </Panel>
  );
}

/** How the model did on the weeks that were held back, and its parameters. */
export function ValuePanels({ details: { hold_out: held, parameters } }: { readonly details: Details<'value'> }) {
  const { t } = useTranslation('predict');
  const format = useFormat();
  return (
    <>
      {held === null ? null : (
        <>
          <Tracking held={held} />
          <Calibration of={held.served ?? held} beside={held.served?.beside} />
          {held.served === undefined ? null : <Calibration of={held} alone />}
        </>
      )}
      {parameters.length === 0 ? null : (
        <Panel
          title={t('value.parameters')}
          finding={t('value.parametersFinding')}
          table={{
            columns: [
              { header: t('value.parameter') },
              { header: t('value.value'), format: format.fine },
              { header: t('calls.low'), format: format.fine },
              { header: t('calls.high'), format: format.fine },
              { header: t('value.meaning') },
            ],
            rows: parameters.map(({ name, value, low, high, meaning }) => [name, value, low, high, meaning]),
          }}
        >
          <ParameterList parameters={parameters} />
        </Panel>
      )}
    </>
  );
}

function ParameterList({ parameters }: { readonly parameters: Details<'value'>['parameters'] }) {
  const format = useFormat();
  return (
    <ul className={styles.plain}>
      {parameters.map(({ name, value, meaning }) => (
        <li key={name}>
          <code>
            {name} = {format.fine(value)}
          </code>{' '}
          {meaning}
        </li>
      ))}
    </ul>
  );
}

function Tracking({ held }: { readonly held: Held }) {
  const { t } = useTranslation('predict');
  const format = useFormat();
  const axis = useMemo(() => held.weekly.map(({ week }) => String(week)), [held]);
  const told = held.served ?? held;
  const bands = useMemo(
    () => [
      { name: t('value.happened'), values: told.weekly.map(({ actual }) => actual), tone: 'value' as const },
      { name: t('value.foretold'), values: told.weekly.map(({ predicted }) => predicted), tone: 'accent' as const, dashed: true },
    ],
    [told, t],
  );
  const finding = [
    t('value.trackingFinding', {
      actual: format.count(told.orders.actual),
      predicted: format.count(told.orders.predicted),
      from: format.date(held.from),
      until: format.date(held.until),
    }),
    ...(held.served === undefined ? [] : [t('value.trackingBoth', { beside: held.served.beside, predicted: format.count(held.orders.predicted) })]),
  ].join(' ');
  return (
    <Panel
      title={t('value.tracking')}
      finding={finding}
      how={t('value.trackingHow')}
      chart={<BandChart label={finding} axis={axis} bands={bands} format={format.compact} fromZero axisTitle={t('value.week')} />}
      table={{
        columns: [
          { header: t('value.week'), format: format.count },
          { header: t('value.foretold'), format: format.decimal },
          { header: t('value.happened'), format: format.count },
        ],
        rows: told.weekly.map(({ week, predicted, actual }) => [week, predicted, actual]),
      }}
    />
  );
}

type CalibrationProps = {
  readonly of: Pick<Held, 'calibration' | 'interval_holds' | 'interval_promises'>;
  /** The other model that takes part, or that this is the value model alone where both are told. */
  readonly beside?: string | undefined;
  readonly alone?: boolean;
};

function Calibration({ of, beside, alone = false }: CalibrationProps) {
  const { t } = useTranslation('predict');
  const format = useFormat();
  const bins = useMemo(() => of.calibration.map((row) => ({ customers: row.customers, promised: row.predicted_share, happened: row.actual_share })), [of]);
  const interval = t('value.intervalFinding', { share: format.share(of.interval_holds), promised: format.share(of.interval_promises ?? 0.8) });
  const who = alone ? t('value.alone') : beside === undefined ? '' : t('value.both', { beside });
  return (
    <CalibrationPanel
      bins={bins}
      finding={who === '' ? interval : `${who} ${interval}`}
      columns={[
        { header: t('value.ordersForetold'), format: format.decimal },
        { header: t('value.ordersCame'), format: format.count },
      ]}
      further={of.calibration.map((row) => [row.predicted_orders, row.actual_orders])}
    />
  );
}
