import styles from './figure.module.css';

const width = 120;
const height = 28;
const inset = 3;

/** A small line without axes, from zero up. What it shows stands beside it in words, so it is hidden from screen readers. */
export function Spark({ values }: { readonly values: readonly number[] }) {
  if (values.length < 2) return null;
  const largest = Math.max(...values, 0) || 1;
  const points = values.map(
    (value, index) =>
      [inset + (index / (values.length - 1)) * (width - 2 * inset), height - inset - (Math.max(0, value) / largest) * (height - 2 * inset)] as const,
  );
  const line = points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
  const [lastX, lastY] = points.at(-1) ?? [0, 0];
  return (
    <svg className={styles.drawing} viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="xMinYMid" aria-hidden="true" focusable="false">
      <polygon points={`${inset},${height - inset} ${line} ${width - inset},${height - inset}`} fill="var(--value2)" opacity="0.5" />
      <polyline points={line} fill="none" stroke="var(--value5)" strokeWidth="1.5" strokeLinejoin="round" />
      <circle cx={lastX} cy={lastY} r="2.5" fill="var(--value5)" />
    </svg>
  );
}
