import { MantineProvider } from '@mantine/core';
import styles from './toasts.module.css';
import { Notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { pageNonce } from './page-nonce.ts';
import { cssVariables, theme } from './theme.ts';

/** The style elements that Mantine writes carry the nonce of this page's content security policy. */
export function ThemeProvider({ children }: { readonly children: ReactNode }) {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto" getStyleNonce={pageNonce}>
      <Notifications position="bottom-right" autoClose={8000} limit={3} className={styles.toasts} />
      {children}
    </MantineProvider>
  );
}
