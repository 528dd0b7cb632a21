import styles from './figure.module.css';

type Props = {
  /** What the bars say in words, for who does not see them. */
  readonly label: string;
  readonly bars: readonly { readonly name: string; readonly value: number }[];
  readonly format: (value: number) => string;
  /** A line across at what is usual. */
  readonly usual?: { readonly value: number; readonly name: string } | undefined;
};

const width = 480;
const height = 96;
const top = 16;
const bottom = 16;

/** A few bars from zero without a charting library: the largest has its number, the ends have their names, all tell theirs when pointed at. */
export function SmallBars({ label, bars, format, usual }: Props) {
  const largest = Math.max(...bars.map(({ value }) => value), usual?.value ?? 0) || 1;
  const step = width / Math.max(bars.length, 6);
  const y = (value: number): number => top + (1 - Math.max(0, value) / largest) * (height - top - bottom);
  const peak = bars.reduce((best, { value }, index) => (value > (bars[best]?.value ?? 0) ? index : best), 0);
  const [first, last] = [bars[0], bars.at(-1)];
  if (first === undefined || last === undefined) return null;
  const end = bars.length * step;
  return (
    <svg className={styles.smallBars} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {bars.map(({ name, value }, index) => (
        <rect
          key={name}
          x={index * step + step * 0.15}
          y={y(value)}
          width={step * 0.7}
          height={Math.max(value > 0 ? 1 : 0, height - bottom - y(value))}
          rx={2}
          fill="var(--value5)"
        >
          <title>{`${name}: ${format(value)}`}</title>
        </rect>
      ))}
      <line x1={0} x2={end} y1={height - bottom} y2={height - bottom} stroke="var(--line)" />
      {usual === undefined ? null : (
        <line x1={0} x2={end} y1={y(usual.value)} y2={y(usual.value)} stroke="var(--muted)" strokeDasharray="4 3">
          <title>{usual.name}</title>
        </line>
      )}
      <text x={Math.min(Math.max(peak * step + step / 2, 24), width - 24)} y={y(bars[peak]?.value ?? 0) - 4} textAnchor="middle" className={styles.barText}>
        {format(bars[peak]?.value ?? 0)}
      </text>
      <text x={0} y={height - 3} className={styles.barText}>
        {first.name}
      </text>
      {bars.length < 3 ? null : (
        <text x={end} y={height - 3} textAnchor="end" className={styles.barText}>
          {last.name}
        </text>
      )}
    </svg>
  );
}
