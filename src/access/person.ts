import type { TeamPerson } from '../contract/index.ts';
import type { Control, PersonRow } from '../control/index.ts';
import { ClienteleError } from '../core/index.ts';

export function personFrom(row: PersonRow): TeamPerson {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    role: row.role,
    personal_data: row.personal_data === 1,
    status: row.disabled_at !== null ? 'disabled' : row.password === null ? 'invited' : 'active',
    created_at: row.created_at,
    last_seen_at: row.last_seen_at,
  };
}

/** @throws access.person-unknown */
export async function requirePerson(control: Control, id: string): Promise<PersonRow> {
  const row = await control.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new ClienteleError('access.person-unknown');
  return row;
}
