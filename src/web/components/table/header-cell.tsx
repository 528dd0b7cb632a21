import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Column, Sort } from './column.ts';
import styles from './data-table.module.css';

type Props<Row> = { readonly column: Column<Row>; readonly sort: Sort | undefined; readonly onSort: ((sort: Sort) => void) | undefined };

export function HeaderCell<Row>({ column, sort, onSort }: Props<Row>) {
  const { t } = useTranslation('common');
  if (column.sortable !== true || onSort === undefined) {
    return (
      <th scope="col" data-align={column.align}>
        {column.header}
      </th>
    );
  }
  const active = sort?.column === column.id ? sort : undefined;
  // Numbers are first wanted from the largest down, names from A.
  const next = active === undefined ? column.align === 'right' : !active.descending;
  const Arrow = active?.descending === true ? IconArrowDown : IconArrowUp;
  return (
    <th scope="col" data-align={column.align} aria-sort={active === undefined ? 'none' : active.descending ? 'descending' : 'ascending'}>
      <button
        type="button"
        className={styles.sort}
        title={t('table.sortBy', { column: column.header })}
        onClick={() => onSort({ column: column.id, descending: next })}
      >
        {column.header}
        <Arrow size={14} aria-hidden className={styles.arrow} data-active={active !== undefined || undefined} />
      </button>
    </th>
  );
}
