import { looksLikeEmail, looksLikePhone, maskAddress, maskBirthday, maskEmail, maskIdentifier, maskName, maskPhone, maskPostcode, maskText } from './mask.ts';
import { type Sensitivity, sensitivityOf } from './sensitivity.ts';

export type Masker = (value: unknown) => unknown;

/**
 * How one column is masked, decided once per column: by what it is called, and where that says nothing by what each value
 * looks like. Lists are masked item by item and nested objects by their own keys; numbers, booleans and nulls of columns
 * that are not personal stay.
 */
export function columnMasker(name: string, sensitivity: Sensitivity | undefined = sensitivityOf(name)): Masker {
  const text = sensitivity === undefined ? maskByLooks : textMaskers[sensitivity];
  const mask: Masker = (value) => {
    if (typeof value === 'string') return text(value);
    if (Array.isArray(value)) return value.map(mask);
    if (typeof value === 'number' || typeof value === 'bigint') return sensitivity === undefined ? value : sensitivity === 'place' ? null : text(String(value));
    if (value instanceof Date) return sensitivity === undefined ? value : text(value.toISOString());
    return isRecord(value) ? maskRow(value) : value;
  };
  return mask;
}

/** One record masked by the names of its columns; the keys stay. */
export function maskRow<Row extends Readonly<Record<string, unknown>>>(row: Row): { readonly [Key in keyof Row]: unknown } {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, columnMasker(name)(value)])) as { readonly [Key in keyof Row]: unknown };
}

/** Many rows of the same columns, each column decided once: for members, samples and exports. */
export function rowMasker(columns: readonly string[]): (row: readonly unknown[]) => readonly unknown[] {
  const maskers = columns.map((name) => columnMasker(name));
  return (row) => row.map((value, index) => maskers[index]?.(value) ?? value);
}

/** The value of an identifier in its namespace: `email`, `phone`, `customer_id`, a source's own ids. */
export function maskIdentifierOf(namespace: string, value: string): string {
  const sensitivity = sensitivityOf(namespace);
  return sensitivity === 'email' ? maskEmail(value) : sensitivity === 'phone' ? maskPhone(value) : maskIdentifier(value);
}

const textMaskers: Readonly<Record<Sensitivity, (value: string) => string>> = {
  email: maskEmail,
  phone: maskPhone,
  name: (value) => (looksLikeEmail(value) ? maskEmail(value) : maskName(value)),
  address: maskAddress,
  postcode: maskPostcode,
  birthday: maskBirthday,
  identifier: maskIdentifier,
  place: () => '…',
};

function maskByLooks(value: string): string {
  if (looksLikeEmail(value)) return maskEmail(value);
  if (looksLikePhone(value)) return maskPhone(value);
  return maskText(value);
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
