import type { ColumnMapping, Mapping } from '../../contract/index.ts';
import { customName } from '../understand/custom-name.ts';
import type { Preset } from './preset.ts';

/** True when the headers hold the preset's signature. */
export function matchesPreset(preset: Preset, headers: readonly string[]): boolean {
  const known = new Set(headers.map(plainHeader));
  const has = (header: string): boolean => known.has(plainHeader(header));
  const wanted = preset.signature.every((one) => (typeof one === 'string' ? has(one) : one.some(has)));
  return wanted && !(preset.without ?? []).some(has);
}

/**
 * What every column of a file means under a preset; columns it does not know stay custom. Where several could hold a field, the first that
 * holds anything does: an export writes the phone number of the order, or of the bill. `empty` are those that hold nothing at all.
 */
export function applyPreset(preset: Preset, headers: readonly string[], fileName: string, empty: ReadonlySet<string> = new Set()): Mapping {
  const fields = fieldsByHeader(preset, headers, empty);
  const ignored = (preset.ignore ?? []).map(pattern);
  const kept = new Map(Object.entries(preset.keep ?? {}).map(([header, name]) => [plainHeader(header), name]));
  const taken = new Set<string>();
  const columns = headers.map((header): ColumnMapping => {
    const reason = `preset ${preset.id}`;
    const field = fields.get(header);
    if (field !== undefined) return { header, field, confidence: 1, reason };
    // One that could have held a field and holds nothing would only take the field's name.
    if (empty.has(header) || ignored.some((one) => one.test(plainHeader(header)))) return { header, field: 'ignore', confidence: 1, reason };
    return { header, field: 'custom', name: customName(kept.get(plainHeader(header)) ?? header, taken), confidence: 1, reason };
  });
  const { constants, ...named } = { ...preset.optionsByHeaders?.(firstOf(headers), headers), ...preset.optionsByName?.(fileName) };
  return {
    version: 1,
    preset: preset.id,
    kind: preset.kind,
    source: preset.source,
    columns,
    options: { ...preset.options, ...named, ...(constants === undefined ? {} : { constants: { ...preset.options?.constants, ...constants } }) },
    ...(preset.warnings === undefined ? {} : { warnings: preset.warnings }),
  };
}

/** Headers among which a preset chooses for one field. */
export function choicesOf(preset: Preset, headers: readonly string[]): readonly string[] {
  const wanted = new Set(Object.values(preset.fields).flatMap((choice) => (typeof choice === 'string' || choice.length < 2 ? [] : choice.map(plainHeader))));
  return headers.filter((header) => wanted.has(plainHeader(header)));
}

function fieldsByHeader(preset: Preset, headers: readonly string[], empty: ReadonlySet<string>): ReadonlyMap<string, string> {
  const written = new Map(headers.map((header) => [plainHeader(header), header]));
  const fields = new Map<string, string>();
  for (const [field, choice] of Object.entries(preset.fields)) {
    const choices = typeof choice === 'string' ? [choice] : choice;
    const there = choices.flatMap((header) => written.get(plainHeader(header)) ?? []).filter((header) => !fields.has(header));
    const found = there.find((header) => !empty.has(header)) ?? there[0];
    if (found !== undefined) fields.set(found, field);
  }
  for (const [field, words] of Object.entries(preset.worded ?? {})) {
    const found = headers.find((header) => words.test(header) && !empty.has(header) && !fields.has(header));
    if (found !== undefined) fields.set(found, field);
  }
  return fields;
}

/** The header that a file has of several, as the file writes it. */
const firstOf =
  (headers: readonly string[]) =>
  (...choices: readonly string[]): string | undefined =>
    choices.flatMap((choice) => headers.find((header) => plainHeader(header) === plainHeader(choice)) ?? []).at(0);

/** Headers compare without case, and without what spreadsheets and translations of white space change. */
export const plainHeader = (header: string): string => header.trim().toLowerCase().replaceAll(/\s+/g, ' ');

const pattern = (wild: string): RegExp =>
  new RegExp(
    `^${plainHeader(wild)
      .split('*')
      .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
      .join('.*')}$`,
  );
