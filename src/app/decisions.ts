import type { Control, IdentityDecisionRow } from '../control/index.ts';
import type { Selectable } from 'kysely';

/** What people decided about who is who, oldest first; undone decisions left out. */
export async function identityDecisions(control: Control): Promise<readonly Selectable<IdentityDecisionRow>[]> {
  return control.selectFrom('identity_decisions').selectAll().where('undone_at', 'is', null).orderBy('id').execute();
}
