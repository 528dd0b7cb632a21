import { Tabs } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import styles from './tab-row.module.css';

/** The tabs of a page in a row that scrolls where it is longer than the screen; the open one is brought into sight. */
export function TabList({ open, children }: { readonly open: string; readonly children: ReactNode }) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ inline: 'center', block: 'nearest' });
  }, [open]);
  return (
    <Tabs.List ref={list} className={styles.tabList ?? ''}>
      {children}
    </Tabs.List>
  );
}
