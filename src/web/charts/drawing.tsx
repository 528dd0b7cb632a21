import { BarChart, HeatmapChart, LineChart, MapChart, SankeyChart, ScatterChart } from 'echarts/charts';
import { GeoComponent, GridComponent, MarkLineComponent, TooltipComponent, VisualMapPiecewiseComponent } from 'echarts/components';
import { type ECharts, type EChartsCoreOption, init, use as register } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { fontFamily } from '../../contract/index.ts';
import styles from './chart.module.css';
import type { Click } from './click.ts';

register([
  BarChart,
  GeoComponent,
  GridComponent,
  HeatmapChart,
  LabelLayout,
  LineChart,
  MapChart,
  MarkLineComponent,
  SankeyChart,
  ScatterChart,
  SVGRenderer,
  TooltipComponent,
  VisualMapPiecewiseComponent,
]);

type Props = { readonly option: EChartsCoreOption; readonly needsWorld: boolean; readonly onSelect: ((click: Click) => void) | undefined };

/** An option drawn as SVG at the size of its place. Only this file brings ECharts. */
export function Drawing({ option, needsWorld, onSelect }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts>(undefined);
  const select = useRef(onSelect);
  select.current = onSelect;

  useEffect(() => {
    if (place.current === null) return undefined;
    const drawn = init(place.current, { textStyle: { fontFamily } }, { renderer: 'svg' });
    chart.current = drawn;
    drawn.on('click', (event) =>
      select.current?.({ dataIndex: event.dataIndex, seriesIndex: event.seriesIndex ?? 0, kind: event.dataType ?? '', data: event.data }),
    );
    const resize = new ResizeObserver(([entry]) => {
      // A hidden chart has no size to be drawn in.
      if (entry !== undefined && entry.contentRect.width > 0) drawn.resize();
    });
    resize.observe(place.current);
    return () => {
      resize.disconnect();
      drawn.dispose();
      chart.current = undefined;
    };
  }, []);

  useEffect(() => {
    let wanted = true;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const show = () => {
      if (!wanted) return;
      chart.current?.setOption({ animation: !still, animationDuration: 200, ...option }, { notMerge: true });
      place.current?.removeAttribute('aria-busy');
    };
    if (needsWorld) void import('./world.ts').then(({ registerWorld }) => registerWorld()).then(show);
    else show();
    return () => {
      wanted = false;
    };
  }, [option, needsWorld]);

  return <div ref={place} className={styles.drawing} aria-hidden aria-busy={needsWorld ? true : undefined} />;
}
