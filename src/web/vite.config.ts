import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressed } from './build/compressed.ts';

/**
 * The application is built into `dist/web` and served by `clientele serve` from the same origin as the API.
 *
 * Content security policy it works under, the strictest found:
 *
 *     default-src 'self'; script-src 'self'; style-src 'self' 'nonce-…'; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:;
 *     font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'
 *
 * No script is inline. Mantine and the text editor write a few `<style>` elements: the server puts a fresh nonce for every
 * answer in place of each `__NONCE__` of index.html (and sends that page with `Cache-Control: no-store`). Charts and
 * tooltips need style attributes. `data:` and `blob:` images are the pictures of charts that people download.
 */
export default defineConfig({
  root: import.meta.dirname,
  html: { cspNonce: '__NONCE__' },
  plugins: [react(), compressed()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    sourcemap: true,
    manifest: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // What every screen needs comes as one file: it was 85, and each costs a request.
            { name: 'initial', tags: ['$initial'], priority: 2 },
            // What many screens share comes as one more; the drawing of charts and the text editor only where they are shown.
            { name: 'shared', minShareCount: 12, priority: 1, test: (module) => !/echarts|zrender|codemirror|lezer|\.json$|\.css$/.test(module) },
          ],
        },
      },
    },
  },
  server: { port: 5173, proxy: { '/api': 'http://localhost:4747', '/healthz': 'http://localhost:4747', '/readyz': 'http://localhost:4747' } },
});
