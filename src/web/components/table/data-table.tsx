import { Button } from '@mantine/core';
import { columnVisibilityFeature, tableFeatures, useTable, type ColumnDef } from '@tanstack/react-table';
import { Fragment, useMemo, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';
import type { Column, Sort } from './column.ts';
import { ColumnChooser } from './column-chooser.tsx';
import { HeaderCell } from './header-cell.tsx';
import styles from './data-table.module.css';
import { useWindowOfRows } from './use-window-of-rows.ts';

const features = tableFeatures({ columnVisibilityFeature });

type Props<Row> = {
  /** What the table shows, for screen readers. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  readonly sort?: Sort | undefined;
  readonly onSort?: (sort: Sort) => void;
  /** Ids of the columns shown; undefined for all but the optional ones. Part of the screen's address or of a saved set. */
  readonly shown?: readonly string[] | undefined;
  readonly onShown?: (ids: readonly string[]) => void;
  /** How many rows there are in all. */
  readonly total?: number | undefined;
  /** Fetches the next rows; undefined when there are no more. */
  readonly onMore?: (() => void) | undefined;
  readonly fetchingMore?: boolean;
  /** Older rows while newer ones come. */
  readonly stale?: boolean;
  /** Left of the column chooser: filters, saved sets, export. */
  readonly tools?: ReactNode;
  readonly empty?: ReactNode;
};

/**
 * Rows as the server sorted and filtered them. Arrow keys move between rows (a row's primary cell holds its link); on a phone
 * each row is a card. The heading row stays in sight. Of a long list only what is in sight is drawn; how many rows there are, and which one each is, is said to
 * screen readers all the same.
 */
export function DataTable<Row>(props: Props<Row>) {
  const { label, columns, rows, rowId, sort, onSort, shown, onShown, total, onMore, fetchingMore = false, stale = false, tools, empty } = props;
  const { t } = useTranslation('common');
  const format = useFormat();
  const body = useRef<HTMLTableSectionElement>(null);
  const scroll = useRef<HTMLDivElement>(null);
  const definitions = useMemo<readonly ColumnDef<typeof features, object>[]>(() => columns.map(({ id }) => ({ id })), [columns]);
  const visible = useMemo(
    () => Object.fromEntries(columns.map((column) => [column.id, shown === undefined ? column.optional !== true : shown.includes(column.id)])),
    [columns, shown],
  );
  const table = useTable({
    features,
    columns: definitions,
    data: rows as readonly object[],
    getRowId: (row) => rowId(row as Row),
    state: { columnVisibility: visible },
    onColumnVisibilityChange: () => undefined,
  });
  const byId = useMemo(() => new Map(columns.map((column) => [column.id, column])), [columns]);

  const modelled = table.getRowModel().rows;
  const { drawn, gaps, measure, onFocus } = useWindowOfRows(modelled.length, scroll);
  const filtered = columns.some(({ id, filter }) => filter !== undefined && visible[id]);
  const headings = filtered ? 2 : 1;

  return (
    <div className={styles.table}>
      {tools === undefined && onShown === undefined ? null : (
        <div className={styles.tools}>
          <div className={styles.left}>{tools}</div>
          {onShown === undefined ? null : (
            <ColumnChooser columns={columns} shown={columns.filter(({ id }) => visible[id]).map(({ id }) => id)} onShown={onShown} />
          )}
        </div>
      )}
      <div ref={scroll} className={styles.scroll} role="region" aria-label={label} tabIndex={0}>
        <table aria-label={label} aria-rowcount={Math.max(total ?? 0, rows.length) + headings} aria-busy={stale} data-stale={stale || undefined}>
          <thead>
            <tr aria-rowindex={1}>
              {table.getVisibleLeafColumns().map(({ id }) => {
                const column = byId.get(id);
                return column === undefined ? null : <HeaderCell key={id} column={column} sort={sort} onSort={onSort} />;
              })}
            </tr>
            {filtered ? (
              <tr className={styles.filters} aria-rowindex={2}>
                {table.getVisibleLeafColumns().map(({ id }) => (
                  <td key={id}>{byId.get(id)?.filter}</td>
                ))}
              </tr>
            ) : null}
          </thead>
          <tbody ref={body} onFocus={onFocus} onKeyDown={(event) => moveBetweenRows(event, body.current)}>
            {drawn.map((index, place) => {
              const row = modelled[index];
              if (row === undefined) return null;
              return (
                <Fragment key={row.id}>
                  <Unseen height={gaps[place] ?? 0} />
                  <tr ref={measure} data-index={index} aria-rowindex={index + headings + 1}>
                    {row.getVisibleCells().map((cell) => {
                      const column = byId.get(cell.column.id);
                      if (column === undefined) return null;
                      const Cell = column.primary === true ? 'th' : 'td';
                      return (
                        <Cell key={column.id} {...(column.primary === true ? { scope: 'row' } : {})} data-align={column.align} data-label={column.header}>
                          {column.cell(row.original as Row)}
                        </Cell>
                      );
                    })}
                  </tr>
                </Fragment>
              );
            })}
            <Unseen height={gaps.at(-1) ?? 0} />
          </tbody>
        </table>
      </div>
      {rows.length === 0 ? <div className={styles.empty}>{empty ?? t('table.empty')}</div> : null}
      <div className={styles.foot}>
        <span role="status">
          {total === undefined || total === rows.length
            ? t('table.shown', { count: rows.length, formatted: format.count(rows.length) })
            : t('table.of', { shown: format.count(rows.length), total: format.count(total) })}
        </span>
        {onMore === undefined ? null : (
          <Button variant="default" size="xs" loading={fetchingMore} onClick={onMore}>
            {t('table.more')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Room for rows that are not drawn. */
function Unseen({ height }: { readonly height: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden className={styles.unseen}>
      <td style={{ height }} />
    </tr>
  );
}

/** Down and up go to the first link or button of the next row. */
function moveBetweenRows(event: KeyboardEvent, body: HTMLElement | null): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || body === null || !(event.target instanceof HTMLElement) || /^(input|select|textarea)$/i.test(event.target.tagName)) return;
  const from = event.target.closest<HTMLElement>('tr[data-index]')?.dataset['index'];
  const next = from === undefined ? null : body.querySelector(`tr[data-index="${Number(from) + step}"]`);
  const target = next?.querySelector<HTMLElement>('a, button');
  if (target === null || target === undefined) return;
  event.preventDefault();
  target.focus();
}
