import { existsSync } from 'node:fs';
import type { ScheduleFrom, TriedSchedule } from '../contract/index.ts';
import { ClienteleError, countOf } from '../core/index.ts';
import { tryQuery } from '../sources/index.ts';
import { namedInputs } from './inputs.ts';
import type { App } from './open.ts';
import { addressOf } from './schedules.ts';
import { openAddress } from './schedules-run.ts';

/** Somebody waits for the answer. */
const patience = 20_000;
/** Names that are told. */
const most = 8;

/**
 * Asks the folder, address or database of a schedule once, without reading more than it must: what would be read. `id` names a kept schedule, whose
 * password stands in for the stars of an address. Throws `file.missing`, `file.unreadable`, `schedule.*`, `source.unreachable`.
 */
export async function trySchedule(app: App, given: ScheduleFrom, id: string | undefined): Promise<TriedSchedule> {
  const from = await addressOf(app, given, id);
  switch (from.kind) {
    case 'folder': {
      if (!existsSync(from.path)) throw new ClienteleError('file.missing', { file: from.path });
      const names = (await namedInputs({ inputs: [from.path], query: undefined, format: undefined })).map(({ name }) => name);
      return { sentence: `${countOf(names.length, 'file', ['lies', 'lie'])} there that can be read.`, names: names.slice(0, most) };
    }
    case 'url': {
      const response = await openAddress(from.url, AbortSignal.timeout(patience));
      const type = response.headers.get('content-type')?.split(';')[0] ?? '';
      await response.body.cancel();
      if (type === 'text/html') return { sentence: 'It answers with a web page, not with a table: is it the address of the file itself?', names: [] };
      return { sentence: type === '' ? 'It answers.' : `It answers with ${type}.`, names: [] };
    }
    case 'query': {
      const { columns, some } = await tryQuery(from.url, from.query);
      const sentence = some ? `The database answers, with ${countOf(columns.length, 'column')}:` : 'The database answers, but the query finds no row.';
      return { sentence, names: columns.slice(0, most) };
    }
  }
}
