import { Anchor, Button } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { Problem } from '../../api/problem.ts';
import { BarChart } from '../../charts/bar-chart.tsx';
import { FlowChart } from '../../charts/flow-chart.tsx';
import { HeatMap } from '../../charts/heat-map.tsx';
import { LineChart } from '../../charts/line-chart.tsx';
import { LorenzChart } from '../../charts/lorenz-chart.tsx';
import { PointMap } from '../../charts/point-map.tsx';
import { ScatterChart } from '../../charts/scatter-chart.tsx';
import { Figure, Figures } from '../../components/figure/figure.tsx';
import { FileDrop } from '../../components/file-drop/file-drop.tsx';
import { useFormat } from '../../components/format/use-format.ts';
import { Page } from '../../components/page/page.tsx';
import { Panel, Panels } from '../../components/panel/panel.tsx';
import { People } from '../../components/people/people.tsx';
import { PeriodPicker } from '../../components/period/period-picker.tsx';
import { ProblemBox } from '../../components/problem/problem-box.tsx';
import { DataTable } from '../../components/table/data-table.tsx';
import { Term } from '../../components/term/term.tsx';
import { useUndoToast } from '../../components/undo/use-undo-toast.ts';
import * as data from './gallery-data.ts';

const route = getRouteApi('/shell/gallery');

/** Every component and chart with invented data: only in development, to see them together in both themes. */
export function GalleryPage() {
  const format = useFormat();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const toast = useUndoToast();
  const lines = useMemo(
    () => [
      { name: 'returning', values: data.returning },
      { name: 'new', values: data.newCustomers },
    ],
    [],
  );
  const one = useMemo(() => [{ name: 'revenue', values: data.revenue }], []);
  const bars = useMemo(() => data.months.map((name, index) => ({ name, value: data.revenue[index] ?? 0, unfinished: index === 11 })), []);
  const mark = useMemo(() => ({ people: 0.2, value: 0.488, words: '257 people bring 49%' }), []);
  const scatter = useMemo(() => data.groups.map(({ name, value, tone }, index) => ({ name, x: 2 + index * 3, y: value / 90, size: value, tone })), []);
  const behind = {
    columns: [{ header: 'Month' }, { header: 'Revenue', format: format.money }],
    rows: data.months.map((name, index) => [name, data.revenue[index] ?? 0]),
  };
  return (
    <Page
      title="Gallery"
      lead="Every part, in one place."
      actions={<PeriodPicker value={search} onChange={(next) => void navigate({ search: next, replace: true })} />}
    >
      <Figures>
        <Figure label="Customers" value={format.count(1284)} change={{ by: 0.03 }} spark={data.newCustomers} />
        <Figure label="Revenue" value={format.money(41_207)} change={{ by: 0.06 }} spark={data.revenue} />
        <Figure label={<Term name="repeatRate">Repeat rate</Term>} value={format.share(0.37)} change={{ by: -0.01, unit: 'points' }} spark={data.returning} />
        <Figure label="Average order" value={format.money(38.4)} change={{ by: null }} />
      </Figures>
      <Panels>
        <Panel
          title="Revenue per month"
          finding="October was the best month since last December."
          how="Orders of each month, without refunds."
          chart={<BarChart label="Revenue per month" bars={bars} format={format.compactMoney} />}
          table={behind}
        />
        <Panel
          title="Customers per month"
          finding="Returning customers grow faster than new ones."
          chart={<LineChart label="Customers per month" axis={data.months} lines={lines} format={format.count} unfinished />}
          table={behind}
        />
        <Panel
          title="Revenue over time"
          chart={<LineChart label="Revenue" axis={data.months} lines={one} format={format.compactMoney} area />}
          table={behind}
        />
        <Panel title="Revenue by group" chart={<BarChart label="Revenue by group" bars={data.groups} format={format.money} lying />} table={behind} />
        <Panel
          title="Where value sits"
          finding={
            <>
              38% of revenue comes from <People count={112} share={0.087} />
            </>
          }
          chart={
            <HeatMap
              label="RFM"
              columns={['1', '2', '3', '4', '5']}
              rows={['5', '4', '3', '2', '1']}
              cells={data.rfm}
              format={format.count}
              columnTitle="Recency"
              rowTitle="Frequency"
            />
          }
          table={behind}
        />
        <Panel
          title="Value concentration"
          chart={
            <LorenzChart
              label="Concentration"
              points={data.lorenz}
              format={format.share}
              mark={mark}
              peopleTitle="customers"
              valueTitle="revenue"
              height={320}
            />
          }
          table={behind}
        />
        <Panel title="Lifecycle flow" chart={<FlowChart label="Lifecycle" stops={data.stops} streams={data.streams} format={format.count} />} table={behind} />
        <Panel
          title="Where they live"
          chart={<PointMap label="Map" places={data.towns} format={format.count} />}
          table={behind}
          makeSegment={<Anchor size="sm">Make a segment</Anchor>}
        />
        <Panel
          title="Groups compared"
          chart={<ScatterChart label="Groups" points={scatter} xTitle="orders" yTitle="spent" formatX={format.count} formatY={format.money} />}
          table={behind}
        />
      </Panels>
      <DataTable
        label="People"
        columns={data.peopleColumns}
        rows={data.people}
        rowId={(row) => row.id}
        sort={{ column: 'spent', descending: true }}
        onSort={() => undefined}
        onShown={() => undefined}
        total={1284}
        onMore={() => undefined}
        tools={<Button onClick={() => toast({ message: 'Segment deleted', undo: () => Promise.resolve() })}>Toast</Button>}
      />
      <FileDrop onFiles={() => undefined} />
      <ProblemBox
        error={new Problem({ status: 400, code: 'date.ambiguous', title: 'Column "Date" could be day/month or month/day.', hint: 'Say which of them it is.' })}
        onRetry={() => undefined}
      />
    </Page>
  );
}
