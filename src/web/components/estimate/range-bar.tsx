import styles from './range-bar.module.css';

type Props = {
  readonly low: number;
  readonly expected: number;
  readonly high: number;
  /** The same for all bars of a list, so that they can be compared. */
  readonly most: number;
};

/** An interval as a line with a dot at what is expected. Its numbers stand beside it in words, so it is hidden from screen readers. */
export function RangeBar({ low, expected, high, most }: Props) {
  const at = (value: number) => `${Math.min(100, Math.max(0, (value / (most || 1)) * 100))}%`;
  return (
    <span className={styles.bar} aria-hidden>
      <span className={styles.range} style={{ left: at(low), right: `calc(100% - ${at(high)})` }} />
      <span className={styles.dot} style={{ left: at(expected) }} />
    </span>
  );
}
