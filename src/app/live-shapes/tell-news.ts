import { formatInstant } from '../../core/index.ts';
import { raiseNotice } from '../notices/raise.ts';
import type { App } from '../open.ts';
import type { ShapeNews } from './watch.ts';
import { wordsOf } from './words.ts';

/** What changed in the messages of live sources, as notices: each told once. */
export async function tellNews(app: Pick<App, 'control' | 'effects'>, news: readonly ShapeNews[]): Promise<void> {
  for (const one of news) {
    const row = await app.control.selectFrom('live_sources').select('name').where('slug', '=', one.source).executeTakeFirst();
    const name = row?.name ?? one.source;
    await raiseNotice(app, {
      kind: 'source',
      subject: { type: 'source', id: one.source, name },
      ...wordsOf(one, name),
      at: formatInstant(one.at),
      key: one.key,
    });
  }
}
