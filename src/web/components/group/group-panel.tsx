import { useMediaQuery } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../panel/panel.tsx';
import type { TableBehind } from '../panel/table-behind.ts';
import { ChosenGroup } from './chosen-group.tsx';
import type { Group } from './group.ts';
import styles from './group.module.css';

type Props = {
  readonly title: string;
  readonly finding?: ReactNode;
  readonly how?: ReactNode;
  readonly tools?: ReactNode;
  /** Draws the chart; `choose` takes the number of a row of the table. */
  readonly chart?: ((choose: (row: number) => void) => ReactNode) | undefined;
  readonly table: TableBehind;
  /** Who each row of the table is about. */
  readonly groups: readonly (Group | undefined)[];
  /** A chart that can't be read on a phone: there its table stands first. */
  readonly tableOnPhone?: boolean;
  readonly children?: ReactNode;
};

/** A panel in which every cell, bar or row leads to the people behind it: choose one, see them, make a segment of them. */
export function GroupPanel({ chart, table, groups, tableOnPhone = false, children, ...panel }: Props) {
  const { t } = useTranslation('common');
  const [row, setRow] = useState<number>();
  const phone = useMediaQuery('(max-width: 479px)', false, { getInitialValueInEffect: false });
  const chosen = row === undefined ? undefined : groups[row];
  const rows: TableBehind = { ...table, choose: (index) => (groups[index] === undefined ? undefined : () => setRow(index)) };
  return (
    <Panel {...panel} chart={chart?.(setRow)} table={rows} startAsTable={tableOnPhone && phone}>
      {children}
      {chosen === undefined ? (
        groups.some((group) => group !== undefined) ? (
          <p className={styles.hint}>{t('group.choose')}</p>
        ) : null
      ) : (
        <ChosenGroup group={chosen} onClose={() => setRow(undefined)} />
      )}
    </Panel>
  );
}
