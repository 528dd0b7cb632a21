import type { CSSProperties, ReactNode } from 'react';
import { Change, type ChangeOf } from './change.tsx';
import styles from './figure.module.css';
import { Spark } from './spark.tsx';

type Props = {
  readonly label: ReactNode;
  /** Formatted. */
  readonly value: ReactNode;
  /** What is read of a value that is more than a text. */
  readonly text?: string | undefined;
  readonly change?: ChangeOf | undefined;
  /** What the number was over time, oldest first. */
  readonly spark?: readonly number[] | undefined;
  /** A link or button that opens the people behind the number. */
  readonly open?: ReactNode;
};

/** One number that can be trusted: what it is, how it changed, how it came here. */
export function Figure({ label, value, text, change, spark, open }: Props) {
  const read = text ?? (typeof value === 'string' ? value : '');
  return (
    <div className={styles.figure} style={{ '--letters': longestWord(read) } as CSSProperties}>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>{value}</dd>
      <dd className={styles.under}>
        {change === undefined ? null : <Change {...change} />}
        {open}
      </dd>
      {spark === undefined ? null : (
        <dd className={styles.spark}>
          <Spark values={spark} />
        </dd>
      )}
    </div>
  );
}

/** A number is never broken: the longest has to fit into one line, and gets smaller until it does. */
const longestWord = (text: string): number => Math.max(1, ...text.split(' ').map(({ length }) => length));

/** A row of figures; they wrap on a phone. */
export function Figures({ children }: { readonly children: ReactNode }) {
  return <dl className={styles.figures}>{children}</dl>;
}
