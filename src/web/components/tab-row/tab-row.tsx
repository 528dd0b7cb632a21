import { type ReactNode, useRef } from 'react';
import styles from './tab-row.module.css';
import { useOpenInSight } from './use-open-in-sight.ts';

/** The parts of one part of the application, as links in a row that scrolls where it is longer than the screen. */
export function TabRow({
  label,
  open,
  children,
}: {
  readonly label: string /** Name of the part that is open. */;
  readonly open: string;
  readonly children: ReactNode;
}) {
  const tabs = useRef<HTMLElement>(null);
  useOpenInSight(tabs, '[aria-current]', open);
  return (
    <nav ref={tabs} aria-label={label} className={styles.tabs}>
      <ul className={styles.list}>{children}</ul>
    </nav>
  );
}

/** What a link of the row is dressed in. */
export const tabLook = styles.tab ?? '';

/** Pickers of what is shown, under the row. */
export function Pickers({ children }: { readonly children: ReactNode }) {
  return <div className={styles.pickers}>{children}</div>;
}
