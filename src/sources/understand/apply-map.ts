import { type ColumnMapping, fieldCatalogue, fieldOf, type Kind, type Mapping } from '../../contract/index.ts';
import { ClienteleError } from '../../core/index.ts';
import { customName } from './custom-name.ts';

/** Puts what a person said about columns over what was found. A field that is given away leaves the column that had it. */
export function applyMap(mapping: Mapping, said: Readonly<Record<string, string>>, file: string): Mapping {
  let { columns } = mapping;
  const constants: Record<string, string> = { ...mapping.options.constants };
  const taken = new Set(columns.flatMap((column) => (column.name === undefined ? [] : [column.name])));
  for (const [written, field] of Object.entries(said)) {
    checkField(mapping.kind, field);
    const constant = /^'(.*)'$/s.exec(written)?.[1];
    if (constant !== undefined) {
      constants[field] = constant;
      continue;
    }
    const header = headerNamed(columns, written, file);
    columns = columns.map((column): ColumnMapping => {
      const { name, ...rest } = column;
      if (column.header === header) {
        const kept = field === 'custom' ? { name: name ?? customName(header, taken) } : {};
        return { ...rest, ...kept, field, confidence: 1, reason: '--map' };
      }
      const displaced = column.field === field && field !== 'custom' && field !== 'ignore';
      return displaced ? { ...rest, field: 'custom', name: customName(column.header, taken), reason: `${field} is another column` } : column;
    });
  }
  return { ...mapping, columns, options: Object.keys(constants).length === 0 ? mapping.options : { ...mapping.options, constants } };
}

function headerNamed(columns: readonly ColumnMapping[], written: string, file: string): string {
  const exact = columns.find((column) => column.header === written) ?? columns.find((column) => column.header.toLowerCase() === written.trim().toLowerCase());
  if (exact !== undefined) return exact.header;
  throw new ClienteleError('mapping.invalid', { detail: `${file} has no column "${written}"; it has ${columns.map((column) => column.header).join(', ')}.` });
}

/** Throws when a kind has no such field. */
export function checkField(kind: Kind, field: string): void {
  if (field === 'custom' || field === 'ignore' || /^id:[a-z0-9_-]+$/.test(field) || fieldOf(kind, field) !== undefined) return;
  throw new ClienteleError('mapping.invalid', {
    detail: `${kind} have no field "${field}"; they have ${Object.keys(fieldCatalogue[kind]).join(', ')}, and custom, ignore and id:NAME.`,
  });
}
