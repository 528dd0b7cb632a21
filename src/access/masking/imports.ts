import type { ColumnMapping, ImportReport } from '../../contract/index.ts';
import { maskText } from './mask.ts';
import { columnMasker, type Masker } from './rows.ts';
import { type Sensitivity, sensitivityOf } from './sensitivity.ts';

type Column = Pick<ColumnMapping, 'header' | 'field'> & { readonly name?: string | undefined };

/** What a column of a file holds: by the field it is mapped to, else by its own name. */
export function sensitivityOfColumn({ header, field, name }: Column): Sensitivity | undefined {
  return sensitivityOf(field) ?? sensitivityOf(name ?? header) ?? sensitivityOf(header);
}

/** For the samples of a column of a file. */
export const sampleMasker = (column: Column): Masker => columnMasker(column.header, sensitivityOfColumn(column));

/** The samples of a file that is being looked at, per header, masked by what the columns are taken for. */
export function maskSamples(headers: readonly string[], samples: readonly (readonly (string | null)[])[], columns: readonly Column[]): (string | null)[][] {
  const known = new Map(columns.map((column) => [column.header, column]));
  return samples.map((values, index) => {
    const header = headers[index] ?? '';
    const mask = sampleMasker(known.get(header) ?? { header, field: 'custom' });
    return values.map((value) => (value === null ? null : String(mask(value))));
  });
}

/** The report of an import or a dry run with its examples of rejected cells masked by what their columns hold. */
export function maskImportReport<Report extends Maskable>(report: Report): Report {
  const columns = new Map(report.columns.map((column) => [column.header, column]));
  return {
    ...report,
    warnings: report.warnings.map(maskText),
    rejects: report.rejects.map((reject) => {
      const column = columns.get(reject.column ?? '');
      // A row that is wrong as a whole is shown as a whole: anything may stand in it.
      const mask = reject.column === null ? hideAll : column === undefined ? columnMasker(reject.column) : sampleMasker(column);
      return { ...reject, example: String(mask(reject.example)), fix: maskText(reject.fix) };
    }),
  };
}

type Maskable = Pick<ImportReport, 'warnings' | 'rejects'> & { readonly columns: readonly Column[] };

const hideAll: Masker = (value) => (value === '' ? '' : '…');
