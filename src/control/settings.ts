import type { Control } from './sqlite.ts';

/** A setting kept as JSON; undefined when it was never set. */
export async function readSetting(control: Control, key: string): Promise<unknown> {
  const row = await control.selectFrom('settings').select('value').where('key', '=', key).executeTakeFirst();
  return row === undefined ? undefined : JSON.parse(row.value);
}

export async function writeSetting(control: Control, key: string, value: unknown): Promise<void> {
  const text = JSON.stringify(value);
  await control
    .insertInto('settings')
    .values({ key, value: text })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: text }))
    .execute();
}
