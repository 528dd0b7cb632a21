import { CopyButton } from '../../components/copy/copy-button.tsx';
import styles from './sources.module.css';

/** A text to be put somewhere else, with its button. */
export function CopiedText({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <div className={styles.stack}>
      <p className={styles.note}>{label}</p>
      <pre className={styles.code} tabIndex={0} aria-label={label}>
        {text}
      </pre>
      <CopyButton text={text} />
    </div>
  );
}
