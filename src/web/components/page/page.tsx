import type { ReactNode } from 'react';
import styles from './page.module.css';

type Props = {
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  /** Buttons and pickers beside the title. */
  readonly actions?: ReactNode;
  /** The whole width of the window, for tables and canvases. */
  readonly wide?: boolean;
  readonly children: ReactNode;
};

/** Every page's frame. The heading takes the focus after navigation, so that a screen reader says where one has come to. */
export function Page({ title, lead, actions, wide = false, children }: Props) {
  return (
    <div className={wide ? `${styles.page} ${styles.wide}` : styles.page}>
      <header className={styles.head}>
        <div>
          <h1 className={styles.title} tabIndex={-1} data-page-heading>
            {title}
          </h1>
          {lead === undefined ? null : <p className={styles.lead}>{lead}</p>}
        </div>
        {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}
