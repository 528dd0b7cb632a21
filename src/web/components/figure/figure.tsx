import type { ReactNode } from 'react';
import { Change, type ChangeOf } from './change.tsx';
import styles from './figure.module.css';
import { Spark } from './spark.tsx';

type Props = {
  readonly label: ReactNode;
  /** Formatted. */
  readonly value: ReactNode;
  readonly change?: ChangeOf | undefined;
  /** What the number was over time, oldest first. */
  readonly spark?: readonly number[] | undefined;
  /** A link or button that opens the people behind the number. */
  readonly open?: ReactNode;
};

/** One number that can be trusted: what it is, how it changed, how it came here. */
export function Figure({ label, value, change, spark, open }: Props) {
  return (
    <div className={styles.figure}>
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

/** A row of figures; they wrap on a phone. */
export function Figures({ children }: { readonly children: ReactNode }) {
  return <dl className={styles.figures}>{children}</dl>;
}
