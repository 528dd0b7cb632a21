export * from './in-time.ts';
export * from './schema.ts';
export * from './settings.ts';
export * from './sqlite.ts';
export * from './stamp.ts';
export * from './webhook-rows.ts';
