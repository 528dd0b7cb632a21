import { Tabs } from '@mantine/core';
import { type ReactNode, useRef } from 'react';
import styles from './tab-row.module.css';
import { useOpenInSight } from './use-open-in-sight.ts';

/** The tabs of a page in a row that scrolls where it is longer than the screen; the open one is brought into sight. */
export function TabList({ open, children }: { readonly open: string; readonly children: ReactNode }) {
  const list = useRef<HTMLDivElement>(null);
  useOpenInSight(list, '[aria-selected="true"]', open);
  return (
    <Tabs.List ref={list} className={styles.tabList ?? ''}>
      {children}
    </Tabs.List>
  );
}
