import type { Mapping, Staged } from '../../contract/index.ts';
import { ClienteleError, type Workspace } from '../../core/index.ts';
import { ident } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { planFields } from './plan.ts';
import { typeField } from './typed.ts';

/**
 * Every column that could be read in two ways and nobody said which: the `date.ambiguous` and `number.ambiguous` that an import would stop at, all of
 * them at once. Nothing is recorded.
 */
export async function ambiguousColumns(warehouse: Warehouse, staged: Staged, mapping: Mapping, workspace: Workspace): Promise<readonly ClienteleError[]> {
  const setting = { file: staged.name, table: ident(staged.table), options: mapping.options, workspace };
  const found: ClienteleError[] = [];
  for (const field of await planFields(warehouse, staged, mapping)) {
    try {
      // Phones and countries are looked up one by one, which tells nothing here.
      if (field.type !== 'phone' && field.type !== 'country') await typeField(warehouse, field, setting);
    } catch (error) {
      if (!(error instanceof ClienteleError)) throw error;
      found.push(error);
    }
  }
  return found;
}
