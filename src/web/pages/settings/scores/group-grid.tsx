import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../components/format/use-format.ts';
import styles from './group-grid.module.css';
import { groupAt, type RfmGroup } from './score-settings.ts';

type Props = {
  readonly groups: readonly RfmGroup[];
  readonly cells: readonly { readonly r: number; readonly f: number; readonly customers: number }[];
  readonly stale: boolean;
};
const scores = [1, 2, 3, 4, 5] as const;

/** The groups as they lie on the grid: recency to the right, frequency upwards, each cell with its people. */
export function GroupGrid({ groups, cells, stale }: Props) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  return (
    <div className={styles.scroll} role="region" aria-label={t('scores.grid')} tabIndex={0}>
      <table className={styles.grid} aria-busy={stale} data-stale={stale || undefined}>
        <caption className={styles.caption}>{t('scores.gridHow')}</caption>
        <thead>
          <tr>
            <td />
            {scores.map((r) => (
              <th key={r} scope="col">
                {t('scores.r', { score: r })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {scores.toReversed().map((f) => (
            <tr key={f}>
              <th scope="row">{t('scores.f', { score: f })}</th>
              {scores.map((r) => {
                const group = groupAt(groups, r, f);
                const people = cells.find((cell) => cell.r === r && cell.f === f)?.customers ?? 0;
                return (
                  <td key={r} data-empty={group === undefined || undefined} data-shade={group === undefined ? undefined : groups.indexOf(group) % 2}>
                    <span className={styles.group}>{group?.name ?? t('scores.noGroup')}</span>
                    <span className={styles.people}>{format.count(people)}</span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
