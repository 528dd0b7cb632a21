export * from './counters.ts';
export { openDuckdb, type DuckdbOptions } from './engines/duckdb.ts';
export { type MendedLog, openMending } from './engines/log.ts';
export { migrate, recordKey, schemaVersion, versionedTables } from './migrations/index.ts';
export { orderedValue } from './ordered-value.ts';
export * from './warehouse.ts';
