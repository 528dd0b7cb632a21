type Json = Readonly<Record<string, unknown>>;
type Operation = {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly 'x-policy': unknown;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required: boolean; readonly schema: Json }[];
  readonly requestBody?: { readonly content: Json };
  readonly responses: Json;
};

/** The OpenAPI document as a page that needs no script. */
export function documentPage(document: Json, nonce: string): string {
  const paths = document['paths'] as Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  const all = Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation })));
  const tags = [...new Set(all.flatMap(({ operation }) => operation.tags))];
  const components = (document['components'] as { readonly schemas: Json }).schemas;
  return page(
    'Clientele API',
    nonce,
    `<p>Everything that the screens do is one of these calls. <a href="/api/openapi.json">OpenAPI 3.1 document</a> · <a href="/api/docs/errors">errors</a></p>
     <p>Send <code>Authorization: Bearer clk_…</code> with a key made under Settings. Writes take an <code>Idempotency-Key</code>; answers with an
     <code>ETag</code> are changed with <code>If-Match</code>. Errors are <code>application/problem+json</code>.</p>
     <nav>${tags.map((tag) => `<a href="#${escape(tag)}">${escape(tag)}</a>`).join(' · ')} · <a href="#shapes">shapes</a></nav>
     ${tags
       .map(
         (tag) =>
           `<h2 id="${escape(tag)}">${escape(tag)}</h2>${all
             .filter(({ operation }) => operation.tags.includes(tag))
             .map(entry)
             .join('')}`,
       )
       .join('')}
     <h2 id="shapes">shapes</h2>
     ${Object.entries(components)
       .map(([name, schema]) => `<details id="${escape(name)}"><summary>${escape(name)}</summary>${json(schema)}</details>`)
       .join('')}`,
  );
}

/** Every error there is: code, status, message, what to do. */
export function errorsPage(
  catalogue: Readonly<Record<string, { readonly status: number; readonly message: string; readonly hint: string }>>,
  nonce: string,
): string {
  const rows = Object.entries(catalogue).map(
    ([code, { status, message, hint }]) =>
      `<tr id="${escape(code)}"><td><code>${escape(code)}</code></td><td>${status}</td><td>${escape(message)}</td><td>${escape(hint)}</td></tr>`,
  );
  return page(
    'Clientele errors',
    nonce,
    `<table><thead><tr><th>code</th><th>status</th><th>message</th><th>what to do</th></tr></thead><tbody>${rows.join('')}</tbody></table>`,
  );
}

function entry({ path, method, operation }: { readonly path: string; readonly method: string; readonly operation: Operation }): string {
  const parameters = operation.parameters.map(
    ({ name, in: place, required, schema }) =>
      `<tr><td><code>${escape(name)}</code></td><td>${escape(place)}${required ? ', required' : ''}</td><td>${escape(kindOf(schema))}</td></tr>`,
  );
  return `<details id="${escape(operation.operationId)}"><summary><b>${method.toUpperCase()}</b> <code>${escape(path)}</code> ${escape(operation.summary)}</summary>
    <p>Who may: <code>${escape(JSON.stringify(operation['x-policy']))}</code></p>
    ${parameters.length === 0 ? '' : `<table><tbody>${parameters.join('')}</tbody></table>`}
    ${operation.requestBody === undefined ? '' : `<p>Takes</p>${json(operation.requestBody.content)}`}
    <p>Answers</p>${json(operation.responses)}</details>`;
}

const kindOf = (schema: Json): string => JSON.stringify(schema).slice(0, 200);
const json = (value: unknown): string => `<pre>${escape(JSON.stringify(value, null, 2))}</pre>`;

export const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A page of text in the reader's own colours; `heading` puts its title on top. */
export function page(title: string, nonce: string, body: string, heading = true): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title>
<style nonce="${nonce}">:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem}
pre{overflow:auto;font-size:13px;padding:.75rem;border:1px solid;border-color:color-mix(in srgb,currentColor 20%,transparent);border-radius:8px}
summary{cursor:pointer;padding:.25rem 0}details{border-bottom:1px solid color-mix(in srgb,currentColor 15%,transparent)}table{border-collapse:collapse}img{max-width:100%;height:auto}code{overflow-wrap:anywhere}td,th{text-align:left;padding:.25rem .75rem .25rem 0;vertical-align:top}</style>
</head><body>${heading ? `<h1>${title}</h1>` : ''}${body}</body></html>`;
}
