import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';

// Bundles the script that shops put into their pages into dist/web/clientele.js, after the web application has been built.
const project = join(import.meta.dirname, '..');
const bundle = await rolldown({ input: join(project, 'src/web/snippet/clientele.ts'), platform: 'browser', treeshake: true });
const { output } = await bundle.write({ file: join(project, 'dist/web/clientele.js'), format: 'iife', minify: true, sourcemap: false });
await bundle.close();
const [{ code }] = output;
process.stdout.write(`clientele.js ${(gzipSync(code, { level: 9 }).length / 1000).toFixed(2)} kB gzipped\n`);
