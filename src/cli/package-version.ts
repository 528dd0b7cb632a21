import { readFileSync } from 'node:fs';

/** Of this installation, as package.json says. */
export const packageVersion = (): string =>
  (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { readonly version: string }).version;
