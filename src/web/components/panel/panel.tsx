import { useId, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { HowTip } from './how-tip.tsx';
import { PanelMenu } from './panel-menu.tsx';
import { PanelTable } from './panel-table.tsx';
import styles from './panel.module.css';
import type { TableBehind } from './table-behind.ts';

type Props = {
  readonly title: string;
  /** The finding in plain words, made from the data. It comes before the chart. */
  readonly finding?: ReactNode;
  /** How it is computed. */
  readonly how?: ReactNode;
  readonly chart?: ReactNode;
  /** The numbers behind the chart: shown in its place on request, and downloaded as CSV. */
  readonly table?: TableBehind | undefined;
  /** A link that makes a segment of what one sees. */
  readonly makeSegment?: ReactNode;
  readonly tools?: ReactNode;
  /** The table stands first; the chart is one click away. */
  readonly startAsTable?: boolean;
  readonly children?: ReactNode;
};

/** A card that says what is true before it shows it. */
export function Panel({ title, finding, how, chart, table, makeSegment, tools, startAsTable = false, children }: Props) {
  const { t } = useTranslation('common');
  const heading = useId();
  const drawing = useRef<HTMLDivElement>(null);
  const [asTable, setAsTable] = useState(startAsTable);
  return (
    <section className={styles.panel} aria-labelledby={heading}>
      <div className={styles.head}>
        <h2 id={heading} className={styles.title}>
          {title}
          {how === undefined ? null : <HowTip title={title}>{how}</HowTip>}
        </h2>
        <div className={styles.tools} data-print="hide">
          {tools}
          {table === undefined ? null : (
            <PanelMenu
              title={title}
              table={table}
              asTable={asTable}
              hasChart={chart !== undefined}
              onToggle={() => setAsTable(!asTable)}
              drawing={() => drawing.current?.querySelector('svg') ?? undefined}
            />
          )}
        </div>
      </div>
      {finding === undefined ? null : <p className={styles.finding}>{finding}</p>}
      {chart === undefined ? null : asTable && table !== undefined ? (
        <PanelTable table={table} label={t('panel.tableOf', { title })} />
      ) : (
        <div ref={drawing} className={styles.chart}>
          {chart}
        </div>
      )}
      {children}
      {makeSegment === undefined ? null : <div className={styles.next}>{makeSegment}</div>}
    </section>
  );
}

/** Panels beside each other where there is room. */
export function Panels({ children }: { readonly children: ReactNode }) {
  return <div className={styles.panels}>{children}</div>;
}
