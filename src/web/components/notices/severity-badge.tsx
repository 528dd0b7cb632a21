import type { ReactNode } from 'react';
import type { Notice } from '../../../contract/schemas.ts';
import styles from './severity-badge.module.css';

/** How much something unusual matters, by its colour; the words inside say it too. */
export function SeverityBadge({ severity, children }: { readonly severity: Notice['severity']; readonly children: ReactNode }) {
  return (
    <span className={styles.badge} data-severity={severity}>
      {children}
    </span>
  );
}
