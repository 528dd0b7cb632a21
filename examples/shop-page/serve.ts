// The example shop beside a running Clientele:  node examples/shop-page/serve.ts http://localhost:4747 KEY
// With the write key of a source (cw_…) it serves the page, which is what script/shop-page does. With an API key (clk_…) of the scopes read, write and admin it
// first makes a source, two segments and two slots where they are missing.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';

const folder = import.meta.dirname;
const types: Readonly<Record<string, string>> = { html: 'text/html', js: 'text/javascript', css: 'text/css' };

export type ExampleShop = { readonly url: string; readonly close: () => void };

/** Sets the workspace up for the page, and serves the page. */
export async function serveExampleShop(server: string, key: string, port = 0): Promise<ExampleShop> {
  const config = `window.shop = ${JSON.stringify({ server, key: key.startsWith('cw_') ? key : await prepare(server, key) })};`;
  // Nothing inline anywhere: this policy is as strict as a shop's may be.
  const policy = `default-src 'none'; script-src 'self' ${server}; style-src 'self'; connect-src ${server}`;
  const page = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://shop').pathname.slice(1) || 'index.html';
    const body = name === 'config.js' ? config : ['index.html', 'shop.js', 'shop.css'].includes(name) ? readFileSync(join(folder, name)) : undefined;
    if (body === undefined) return void response.writeHead(404).end();
    response
      .writeHead(200, { 'content-type': `${types[name.split('.').at(-1) ?? ''] ?? 'text/plain'}; charset=utf-8`, 'content-security-policy': policy })
      .end(body);
  });
  await new Promise<void>((resolve) => page.listen(port, '127.0.0.1', resolve));
  const address = page.address();
  return { url: `http://localhost:${typeof address === 'object' && address !== null ? address.port : port}`, close: () => void page.close() };
}

/** The write key of the source, made with everything else that the page needs. */
async function prepare(server: string, key: string): Promise<string> {
  const call = async (method: string, path: string, body?: unknown): Promise<{ readonly status: number; readonly body: unknown }> => {
    const response = await fetch(`${server}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer: unknown = await response.json();
    if (!response.ok && response.status !== 409) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
    return { status: response.status, body: answer };
  };
  const sources = (await call('GET', '/live-sources')).body as { readonly items: readonly { readonly slug: string }[] };
  if (!sources.items.some(({ slug }) => slug === 'shop-page')) await call('POST', '/live-sources', { type: 'website', name: 'Shop page', slug: 'shop-page' });
  await call('POST', '/segments', { name: 'Browsing on the page', slug: 'browsing-on-the-page', text: 'count("Product Viewed" in last 1 hours) >= 1' });
  await call('POST', '/segments', { name: 'Just bought on the page', slug: 'just-bought-on-the-page', text: 'count(orders in last 1 hours) >= 1' });
  await call('POST', '/slots/apply', { yaml: readFileSync(join(folder, 'slots.yaml'), 'utf8') });
  const keys = (await call('GET', '/live-sources/shop-page/keys')).body as { readonly items: readonly { readonly key: string }[] };
  return keys.items[0]?.key ?? '';
}

if (process.argv[1] === import.meta.filename) {
  const [server = 'http://localhost:4747', key = '', port = '8787'] = process.argv.slice(2);
  const shop = await serveExampleShop(server, key, Number(port));
  process.stdout.write(`The shop is at ${shop.url}. Open ${server}/segments/browsing-on-the-page beside it, and click through the shop.\n`);
}
