import type { ImportAllRequest } from './import-all.ts';

/** An import of files about which nothing is said: all is told by what stands in them. */
export const nothingSaid: Omit<ImportAllRequest, 'inputs'> = {
  query: undefined,
  format: undefined,
  read: {},
  kind: undefined,
  source: undefined,
  preset: undefined,
  map: {},
  options: {},
  mappingFile: undefined,
  saveMapping: undefined,
  dryRun: false,
};
