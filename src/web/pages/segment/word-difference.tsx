import { wordDifference } from './word-difference.ts';
import styles from './segment-page.module.css';

/** Two texts in one: what was added and what was taken out stand marked in their places. */
export function WordDifference({ before, after }: { readonly before: string; readonly after: string }) {
  return (
    <>
      {wordDifference(before, after).map(({ kind, text }, index) => {
        // Pieces have no identity but their place.
        const place = `${index} ${kind}`;
        if (kind === 'added')
          return (
            <ins key={place} className={styles.added}>
              {text}
            </ins>
          );
        if (kind === 'removed')
          return (
            <del key={place} className={styles.removed}>
              {text}
            </del>
          );
        return <span key={place}>{text}</span>;
      })}
    </>
  );
}
