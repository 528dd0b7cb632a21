import type { Mapping } from '../contract/index.ts';
import type { Control } from '../control/index.ts';
import { ClienteleError, formatInstant, type Instant } from '../core/index.ts';
import { mappingFromYaml, mappingToYaml } from '../sources/index.ts';

export type SavedMapping = { readonly name: string; readonly mapping: Mapping; readonly saved_at: string };

/** Mappings kept by name, for files that come again. */
export async function listSavedMappings(control: Control): Promise<readonly SavedMapping[]> {
  const rows = await control.selectFrom('mappings').selectAll().orderBy('name').execute();
  return rows.map(({ name, mapping, saved_at }) => ({ name, mapping: read(name, mapping), saved_at }));
}

/** Throws `mapping.unknown-name`. */
export async function savedMapping(control: Control, name: string): Promise<Mapping> {
  const row = await control.selectFrom('mappings').selectAll().where('name', '=', name).executeTakeFirst();
  if (row === undefined) throw new ClienteleError('mapping.unknown-name', { name });
  return read(name, row.mapping);
}

/** Keeps a mapping under a name, in place of an earlier one of that name. */
export async function saveMapping(control: Control, name: string, mapping: Mapping, at: Instant): Promise<SavedMapping> {
  const text = mappingToYaml(mapping);
  const saved = { name, mapping: text, saved_at: formatInstant(at) };
  await control
    .insertInto('mappings')
    .values(saved)
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ mapping: text, saved_at: saved.saved_at }))
    .execute();
  return { name, mapping: read(name, text), saved_at: saved.saved_at };
}

export async function deleteMapping(control: Control, name: string): Promise<void> {
  await savedMapping(control, name);
  await control.deleteFrom('mappings').where('name', '=', name).execute();
}

function read(name: string, text: string): Mapping {
  const parsed = mappingFromYaml(text);
  if (parsed.ok) return parsed.value;
  throw new ClienteleError('mapping.invalid', { detail: `${name}: ${parsed.error.detail}` });
}
