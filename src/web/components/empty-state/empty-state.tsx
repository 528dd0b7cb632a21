import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

type Props = {
  readonly icon: Icon;
  /** What will stand here, as a sentence. */
  readonly title: ReactNode;
  /** What it is good for, and how it gets here. */
  readonly children: ReactNode;
  /** The one thing to do next. */
  readonly action?: ReactNode;
};

/** Teaches instead of saying "no data". */
export function EmptyState({ icon: Icon, title, children, action }: Props) {
  return (
    <section className={styles.empty}>
      <Icon size={28} stroke={1.5} aria-hidden className={styles.icon} />
      <h2 className={styles.title}>{title}</h2>
      <div className={styles.words}>{children}</div>
      {action === undefined ? null : <div className={styles.action}>{action}</div>}
    </section>
  );
}
