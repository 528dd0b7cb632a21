import styles from './panel.module.css';
import type { TableBehind } from './table-behind.ts';

/** A table of so few rows is shown whole, however high its rows are; a longer one scrolls in its panel. */
const short = 12;

/** The first column names the row; numbers stand at the right. */
export function PanelTable({ table, label }: { readonly table: TableBehind; readonly label: string }) {
  return (
    <div className={styles.scroll} data-whole={table.rows.length <= short || undefined} tabIndex={0} role="region" aria-label={label}>
      <table>
        <thead>
          <tr>
            {table.columns.map(({ header, format }, at) => (
              <th key={header} scope="col" data-number={(at > 0 && format !== undefined) || undefined}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            <tr key={index}>
              {row.map((value, at) => {
                const format = table.columns[at]?.format;
                const shown = value === null ? '–' : typeof value === 'number' && format !== undefined ? format(value) : value;
                return at === 0 ? (
                  <th key={at} scope="row">
                    {table.choose?.(index) === undefined ? (
                      shown
                    ) : (
                      <button type="button" className={styles.choose} onClick={table.choose(index)}>
                        {shown}
                      </button>
                    )}
                    {table.notes?.[index] === undefined ? null : <span className={styles.note}>{table.notes[index]}</span>}
                  </th>
                ) : (
                  <td key={at} data-number={format !== undefined || undefined}>
                    {shown}
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
