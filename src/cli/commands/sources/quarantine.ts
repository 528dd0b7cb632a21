import { type Command, InvalidArgumentError } from 'commander';
import { quarantinedNow, replayNow } from '../../../app/index.ts';
import type { LiveMessage } from '../../../contract/index.ts';
import { answer, common, type CommonOptions } from '../../common.ts';
import { renderTable } from '../../render/table.ts';

/** `quarantine` and `replay`: what could not be recorded and why, and sending it once more after a fix. */
export function addSourceQuarantine(sources: Command): void {
  const look = sources
    .command('quarantine')
    .description('Messages of a source that could not be recorded, newest first: why, and what to do. "ready" can be read by now.')
    .argument('<source>', 'its slug')
    .option('--limit <number>', 'how many at most', limitOf, 100);
  common(look, 'clientele sources quarantine till').action((slug: string, options: CommonOptions & { readonly limit: number }) =>
    answer(
      options,
      (app) => quarantinedNow(app, slug, options.limit),
      (messages) => renderWaiting(slug, messages),
    ),
  );
  common(
    sources
      .command('replay')
      .description('Send once more what waits in quarantine and can be read by now, such as after its mapping was mended, and record it.')
      .argument('<source>', 'its slug'),
    'clientele sources replay till',
  ).action((slug: string, options: CommonOptions) =>
    answer(
      options,
      (app) => replayNow(app, slug),
      ({ recorded, still }) =>
        `${recorded} sent once more and recorded, ${still} still can not be read.${still === 0 ? '' : ` See \`clientele sources quarantine ${slug}\`.`}`,
    ),
  );
}

function renderWaiting(slug: string, messages: readonly LiveMessage[]): string {
  if (messages.length === 0) return `Nothing of ${slug} is in quarantine.`;
  const table = renderTable(
    [
      { title: 'received', cell: ({ received_at: at }) => at },
      { title: 'message', cell: ({ title }) => title },
      { title: 'reason', cell: ({ status, reason }) => (status === 'accepted' ? 'ready' : (reason ?? '')) },
      { title: 'field', cell: ({ field }) => field ?? '' },
      { title: 'what to do', cell: ({ status, hint }) => (status === 'accepted' ? `clientele sources replay ${slug}` : (hint ?? '')) },
    ],
    messages,
  );
  return `${table}\n\nWith --json each stands with what was sent.`;
}

function limitOf(text: string): number {
  const limit = Number(text);
  if (Number.isInteger(limit) && limit >= 1 && limit <= 500) return limit;
  throw new InvalidArgumentError('The limit is a whole number from 1 to 500.');
}
