import { sql } from '../sql/index.ts';
import type { Warehouse } from './warehouse.ts';

/** A named whole number kept in the warehouse, 0 until it is set. */
export async function counter(warehouse: Warehouse, name: string): Promise<number> {
  const found = await warehouse.row<{ value: number }>(sql`select value from counters where name = ${name}`);
  return found?.value ?? 0;
}

export async function setCounter(warehouse: Warehouse, name: string, value: number): Promise<void> {
  const kept = await warehouse.row(sql`update counters set value = ${BigInt(value)} where name = ${name} returning value`);
  if (kept === undefined) await warehouse.run(sql`insert into counters values (${name}, ${BigInt(value)})`);
}

/** Counts so many on and answers what it was before. */
export async function countOn(warehouse: Warehouse, name: string, by: number): Promise<number> {
  const kept = await warehouse.row<{ value: number }>(sql`update counters set value = value + ${BigInt(by)} where name = ${name} returning value`);
  if (kept !== undefined) return kept.value - by;
  await warehouse.run(sql`insert into counters values (${name}, ${BigInt(by)})`);
  return 0;
}
