import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { ClienteleError } from '../../core/index.ts';
import { escape, page } from './document-page.ts';

/** Pages and pictures of the manual by their names alone: no path leads out of its folder. */
const pageName = /^(?:[a-z0-9-]+\/)?[A-Za-z0-9-]+\.md$/;
const pictureName = /^(?:[a-z0-9-]+\/)?[a-z0-9-]+\.png$/;

/** The manual that comes with this very version, below `/manual/`: its Markdown as pages that need no script. */
export function addManual(server: FastifyInstance, folder: string | undefined): void {
  if (folder === undefined || !existsSync(folder)) return;
  server.get('/manual', (_request, reply) => reply.redirect('/manual/README.md'));
  server.get<{ Params: { '*': string } }>('/manual/*', async (request, reply) => {
    const name = request.params['*'] === '' ? 'README.md' : request.params['*'];
    const file = join(folder, name);
    if (!(pageName.test(name) || pictureName.test(name)) || !existsSync(file)) throw new ClienteleError('request.unknown');
    if (pictureName.test(name)) return reply.type('image/png').send(await readFile(file));
    const text = await readFile(file, 'utf8');
    const up = name.includes('/') ? '../' : '';
    const title = /^# (.+)$/m.exec(text)?.[1] ?? name;
    const body = `<p><a href="${up}README.md">Manual</a> · <a href="/">Clientele</a></p>${await htmlOf(text)}`;
    return reply.type('text/html; charset=utf-8').send(page(escape(title), reply.styleNonce, body, false));
  });
}

/** Loaded when somebody reads: the start of the server does not wait for it. Headings get the anchors that the pages link to. */
async function htmlOf(text: string): Promise<string> {
  const { Marked } = await import('marked');
  const marked = new Marked({ gfm: true });
  marked.use({
    renderer: {
      heading({ tokens, depth, text: words }) {
        const anchor = words
          .toLowerCase()
          .replaceAll(/[^\p{L}\p{N} -]/gu, '')
          .replaceAll(' ', '-');
        return `<h${depth} id="${escape(anchor)}">${this.parser.parseInline(tokens)}</h${depth}>`;
      },
    },
  });
  return marked.parse(text, { async: false });
}
