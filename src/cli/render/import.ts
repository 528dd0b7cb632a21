import { styleText } from 'node:util';
import type { ImportReport, Kind } from '../../contract/index.ts';
import { plural, wholeNumber } from './numbers.ts';
import { renderTable, safeText } from './table.ts';

/** What an import did (or, for a dry run, would do), as a person reads it. */
export function renderImport(report: ImportReport): string {
  const { merging = [] } = report;
  return [
    headline(report),
    ...columns(report),
    ...counts(report),
    ...rejects(report),
    ...merging.map((warning) => `${styleText(['red', 'bold'], 'Look first:')} ${safeText(warning)}`),
    ...report.warnings.filter((warning) => !merging.includes(warning)).map((warning) => `${styleText('yellow', 'Note:')} ${safeText(warning)}`),
    '',
  ].join('\n');
}

function headline(report: ImportReport): string {
  const from = report.file === undefined ? '' : `${safeText(report.file)}: `;
  const name = `${from}${report.kind} (${report.preset === 'guessed' ? 'columns guessed' : report.preset}, source ${report.source})`;
  if (report.dry_run) return styleText('bold', `Dry run: ${name}. Nothing was changed.`);
  return `${styleText('bold', `Import ${report.import ?? ''}: ${name}`)} in ${report.seconds.toFixed(1)} s`;
}

/** The mapping is only worth a look where it was guessed or nothing was recorded yet. */
function columns(report: ImportReport): readonly string[] {
  if (report.preset !== 'guessed' && !report.dry_run) return [];
  return [
    renderTable(
      [
        { title: 'column', cell: (column: ImportReport['columns'][number]) => column.header },
        { title: 'is', cell: (column) => (column.field === 'custom' ? `${column.name ?? column.header} (kept as it is)` : column.field) },
        { title: 'sure', align: 'right', cell: (column) => `${Math.round(column.confidence * 100)}%` },
        { title: 'because', cell: (column) => column.reason, max: 60 },
      ],
      report.columns,
    ),
    '',
  ];
}

/** What a record of each kind is called; lines come and go with the order that they are of. */
export const wordsOf: Readonly<Record<Kind, readonly [one: string, many: string]>> = {
  customers: ['entry of a customer list', 'entries of a customer list'],
  orders: ['order', 'orders'],
  items: ['order whose lines are', 'orders whose lines are'],
  products: ['product', 'products'],
  events: ['event', 'events'],
  messages: ['e-mail event', 'e-mail events'],
  feedback: ['piece of feedback', 'pieces of feedback'],
};

function counts(report: ImportReport): readonly string[] {
  const would = report.dry_run ? 'would be ' : '';
  const lines = [
    `${plural(report.rows, 'row')}: ${wholeNumber(report.accepted)} accepted, ${wholeNumber(report.rejected)} rejected.`,
    `${plural(report.created, ...wordsOf[report.kind])} ${would}new, ${wholeNumber(report.updated)} ${would}changed, ${wholeNumber(report.skipped)} known already and unchanged.`,
  ];
  if (report.orders + report.returns > 0) {
    const parts = [
      plural(report.orders, 'order'),
      ...(report.items > 0 ? [plural(report.items, 'line')] : []),
      ...(report.returns > 0 ? [plural(report.returns, 'return')] : []),
    ];
    lines.push(
      `${parts.join(', ')}${report.unattributed_orders > 0 ? `; ${plural(report.unattributed_orders, 'order')} without a customer (kept as revenue)` : ''}.`,
    );
  }
  lines.push(`${plural(report.profiles_created, 'customer')} ${would}new, ${wholeNumber(report.profiles_updated)} ${would}updated.`);
  return lines;
}

function rejects(report: ImportReport): readonly string[] {
  if (report.rejects.length === 0) return [];
  return [
    '',
    renderTable(
      [
        { title: 'rejected', align: 'right', cell: (reject: ImportReport['rejects'][number]) => wholeNumber(reject.rows) },
        { title: 'reason', cell: (reject) => reject.reason },
        { title: 'column', cell: (reject) => reject.column ?? '' },
        { title: 'for instance', cell: (reject) => `line ${reject.line}: ${reject.example}`, max: 40 },
        { title: 'fix', cell: (reject) => reject.fix, max: 100 },
      ],
      report.rejects,
    ),
    ...(report.rejects_file === null ? [] : [`Every rejected row is in ${report.rejects_file}.`]),
  ];
}
