import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openApiDocument } from '../src/api/openapi.ts';
import { routes } from '../src/api/routes/index.ts';
import { typesOfDocument } from './api/types-of-document.ts';

/** Writes the types of the web application's client from the API's own routes; nothing has to be running. */
const root = join(import.meta.dirname, '..');
const target = join(root, 'src/web/api/schema.ts');
writeFileSync(target, typesOfDocument(openApiDocument(routes, '1')));
execFileSync(join(root, 'node_modules/.bin/biome'), ['format', '--write', target], { stdio: 'ignore' });
process.stdout.write(`${routes.length} routes in src/web/api/schema.ts\n`);
