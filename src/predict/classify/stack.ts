import { type CategoryColumn, type FeatureColumn, type FeatureTable, translation } from '../../stats/index.ts';

type Rows = { readonly table: FeatureTable; readonly labels: Uint8Array };

/** Rows of several tables under each other; columns by the first table's names, levels joined. */
export function stackRows(sets: readonly Rows[]): Rows {
  const [first, ...rest] = sets;
  if (first === undefined) return { table: { rows: 0, columns: [] }, labels: new Uint8Array() };
  if (rest.length === 0) return first;
  const rows = sets.reduce((sum, { table }) => sum + table.rows, 0);
  const labels = new Uint8Array(rows);
  let at = 0;
  for (const set of sets) {
    labels.set(set.labels, at);
    at += set.labels.length;
  }
  return { labels, table: { rows, columns: first.table.columns.map((column) => stackColumn(column, sets, rows)) } };
}

function stackColumn(column: FeatureColumn, sets: readonly Rows[], rows: number): FeatureColumn {
  const parts = sets.map(({ table }) => ({ rows: table.rows, own: table.columns.find(({ name, kind }) => name === column.name && kind === column.kind) }));
  if (column.kind === 'number') {
    const values = new Float64Array(rows).fill(Number.NaN);
    let at = 0;
    for (const part of parts) {
      if (part.own?.kind === 'number') values.set(part.own.values, at);
      at += part.rows;
    }
    return { ...column, values };
  }
  const categories = parts.flatMap(({ own }): CategoryColumn[] => (own?.kind === 'category' ? [own] : []));
  const levels = [...new Set(categories.flatMap((own) => [...own.levels]))];
  const codes = new Int32Array(rows).fill(-1);
  let at = 0;
  for (const part of parts) {
    if (part.own?.kind === 'category') {
      const places = translation(part.own, levels);
      codes.set(
        part.own.codes.map((code) => (code < 0 ? -1 : (places[code] ?? -1))),
        at,
      );
    }
    at += part.rows;
  }
  return { ...column, codes, levels };
}
