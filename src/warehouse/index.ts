export * from './counters.ts';
export { openDuckdb, type DuckdbOptions } from './engines/duckdb.ts';
export { migrate, recordKey, schemaVersion, versionedTables } from './migrations/index.ts';
export { orderedValue } from './ordered-value.ts';
export * from './warehouse.ts';
