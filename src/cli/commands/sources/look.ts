import { type Command, InvalidArgumentError } from 'commander';
import { listShapes, sourceVolumes } from '../../../app/index.ts';
import type { LiveShape, LiveSourceVolume } from '../../../contract/index.ts';
import { answer, common, type CommonOptions } from '../../common.ts';
import { renderTable } from '../../render/table.ts';

/** `volumes` and `shapes`: how much a source sends, and what it looks like. */
export function addSourceLooks(sources: Command): void {
  const volumes = sources
    .command('volumes')
    .description('How much arrived of a source, hour by hour; hours in which nothing did are left out.')
    .argument('<source>', 'its slug')
    .option('--days <number>', 'how far back, 1 to 90', daysOf, 7);
  common(volumes, 'clientele sources volumes website --days 2').action((slug: string, options: CommonOptions & { readonly days: number }) =>
    answer(options, (app) => sourceVolumes(app, undefined, slug, options.days), renderVolumes),
  );
  const shapes = sources
    .command('shapes')
    .description('What the messages of a source look like: every event and property, of which types, how often filled, since when.')
    .argument('<source>', 'its slug');
  common(shapes, 'clientele sources shapes website').action((slug: string, options: CommonOptions) =>
    answer(options, (app) => listShapes(app, slug), renderShapes),
  );
}

const renderVolumes = (hours: readonly LiveSourceVolume[]): string =>
  hours.length === 0
    ? 'Nothing has arrived in that time.'
    : renderTable(
        [
          { title: 'hour', cell: ({ hour }) => hour },
          { title: 'received', align: 'right', cell: ({ received }) => String(received) },
          { title: 'known already', align: 'right', cell: ({ duplicates }) => String(duplicates) },
          { title: 'refused', align: 'right', cell: ({ refused }) => String(refused) },
        ],
        hours,
      );

const renderShapes = (shapes: readonly LiveShape[]): string =>
  shapes.length === 0
    ? 'Nothing has been seen of it yet.'
    : renderTable(
        [
          { title: 'event', cell: ({ event }) => event },
          { title: 'property', cell: ({ property }) => property },
          { title: 'types', cell: ({ types }) => Object.keys(types).join(', ') },
          { title: 'seen', align: 'right', cell: ({ seen }) => String(seen) },
          { title: 'filled', align: 'right', cell: ({ seen, filled }) => (seen === 0 ? '' : `${Math.round((100 * filled) / seen)} %`) },
          { title: 'first', cell: ({ first_at: first }) => first },
          { title: 'last', cell: ({ last_at: last }) => last },
        ],
        shapes,
      );

function daysOf(text: string): number {
  const days = Number(text);
  if (Number.isInteger(days) && days >= 1 && days <= 90) return days;
  throw new InvalidArgumentError('Days are a whole number from 1 to 90.');
}
