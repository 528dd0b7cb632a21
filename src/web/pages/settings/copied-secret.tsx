import type { ReactNode } from 'react';
import { CopyButton } from '../../components/copy/copy-button.tsx';
import styles from './settings.module.css';

/** What is shown this once: a key, or a link to hand over. */
export function CopiedSecret({ secret, children }: { readonly secret: string; readonly children: ReactNode }) {
  return (
    <div className={styles.secret} role="status">
      <p className={styles.note}>{children}</p>
      <code className={styles.code} data-secret>
        {secret}
      </code>
      <CopyButton text={secret} />
    </div>
  );
}
