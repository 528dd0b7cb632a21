import type { Control, IdentityDecisionRow } from '../control/index.ts';

/** What people decided about who is who, oldest first; undone decisions left out. */
export async function identityDecisions(control: Control): Promise<readonly IdentityDecisionRow[]> {
  return control.selectFrom('identity_decisions').selectAll().where('undone_at', 'is', null).orderBy('id').execute();
}
