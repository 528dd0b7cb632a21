import type { EChartsCoreOption } from 'echarts/core';
import { lazy, Suspense } from 'react';
import styles from './chart.module.css';
import type { Click } from './click.ts';

const Drawing = lazy(() => import('./drawing.tsx').then((module) => ({ default: module.Drawing })));

type Props = {
  /** What the chart shows, in a sentence: all that a screen reader has beside the table behind it. */
  readonly label: string;
  readonly option: EChartsCoreOption;
  readonly height?: number;
  /** The world's outline is fetched for charts that ask for it. */
  readonly needsWorld?: boolean;
  readonly onSelect?: ((click: Click) => void) | undefined;
};

/** Keeps its place while ECharts is fetched, which no page needs to be read. The table behind the chart is its keyboard way in. */
export function Chart({ label, option, height = 260, needsWorld = false, onSelect }: Props) {
  return (
    <figure className={styles.figure} role="img" aria-label={label} style={{ height }}>
      <Suspense fallback={<div className={styles.drawing} aria-busy />}>
        <Drawing option={option} needsWorld={needsWorld} onSelect={onSelect} />
      </Suspense>
    </figure>
  );
}
