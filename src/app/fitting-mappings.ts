import type { Kind, Mapping } from '../contract/index.ts';
import { type Control, inTime } from '../control/index.ts';
import { mappingFromYaml } from '../sources/index.ts';
import { savedMapping } from './saved-mappings.ts';

/** A mapping kept under a name, as a file may be read by it. */
export type NamedMapping = { readonly name: string; readonly mapping: Mapping };

/** All that are kept, newest first. One that can not be read any more stands in nobody's way here. */
export async function namedMappings(control: Control): Promise<readonly NamedMapping[]> {
  const rows = await control.selectFrom('mappings').selectAll().orderBy(inTime('saved_at'), 'desc').orderBy('name').execute();
  return rows.flatMap(({ name, mapping }) => {
    const parsed = mappingFromYaml(mapping);
    return parsed.ok ? [{ name, mapping: parsed.value }] : [];
  });
}

/** The newest that was saved for a file of just these columns, in whatever order: it is used without being asked for. */
export function sameColumns(saved: readonly NamedMapping[], headers: readonly string[]): NamedMapping | undefined {
  const wanted = new Set(headers);
  return saved.find(({ mapping: { columns } }) => columns.length === wanted.size && columns.every(({ header }) => wanted.has(header)));
}

/** Those by which a file could be read: of its kind, where that is known, and with every column that they make something of. */
export const usableMappings = (saved: readonly NamedMapping[], headers: readonly string[], kind: Kind | null): readonly NamedMapping[] =>
  saved.filter(
    ({ mapping }) =>
      (kind === null || mapping.kind === kind) &&
      mapping.columns.every(({ header, field }) => field === 'ignore' || field === 'custom' || headers.includes(header)),
  );

/** What a person said about mappings: a name, `null` for none, or nothing, so that one which fits is used by itself. Throws `mapping.unknown-name`. */
export async function mappingSaid(
  control: Control,
  name: string | null | undefined,
): Promise<{ readonly mapping: Mapping | undefined; readonly saved: readonly NamedMapping[] }> {
  if (name === undefined) return { mapping: undefined, saved: await namedMappings(control) };
  return { mapping: name === null ? undefined : await savedMapping(control, name), saved: [] };
}
