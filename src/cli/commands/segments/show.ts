import type { Command } from 'commander';
import { showSegment } from '../../../app/index.ts';
import type { Workspace } from '../../../core/index.ts';
import { common, type CommonOptions, print, printJson, withApp } from '../../common.ts';
import { localTime, money, plural, share } from '../../render/numbers.ts';
import { renderTable } from '../../render/table.ts';

export function addShow(segments: Command): void {
  const command = segments
    .command('show')
    .description('One segment: its sentence, definition, size, versions and lists.')
    .argument('<segment>', 'slug or name');
  common(command, 'clientele segments show slipping-regulars').action(async (slug: string, options: CommonOptions) => {
    await withApp(options, async (app) => {
      const shown = await showSegment(app, slug, options.asOf);
      if (options.json === true) printJson(shown);
      else print(render(shown, app.workspace));
    });
  });
}

function render(shown: Awaited<ReturnType<typeof showSegment>>, { currency, zone }: Workspace): string {
  const { name, folder, mode, sentence, text, members, share: part, revenue, next_change, versions, include, exclude, nobody, used_by, origin } = shown;
  const lines = [`${name}  (${folder === '' ? 'no folder' : folder}, ${mode})`, '', sentence, '', `  ${text.replaceAll('\n', '\n  ')}`, ''];
  if (members !== null) lines.push(`${plural(members, 'customer')}, ${share(part ?? 0)} of all; they spent ${money(revenue ?? 0, currency)}.`);
  if (next_change !== null) lines.push(`Time alone changes it next on ${localTime(next_change, zone)}.`);
  if (include.length + exclude.length > 0)
    lines.push(
      `Lists: ${plural(include.length, 'identifier')} always in, ${plural(exclude.length, 'identifier')} never${nobody.length === 0 ? '' : `; nobody is known by ${nobody.length} of them`}.`,
    );
  if (origin === 'built-in' && versions[0]?.author === 'Clientele') lines.push('A ready segment: its limits follow your data until you change it.');
  if (used_by.length > 0) lines.push(`Used by ${used_by.join(', ')}.`);
  if (versions.length > 1) {
    lines.push(
      '',
      renderTable(
        [
          { title: 'version', align: 'right', cell: (version: (typeof versions)[number]) => String(version.version) },
          { title: 'when', cell: (version) => localTime(version.at, zone) },
          { title: 'who', cell: (version) => version.author },
          { title: 'note', cell: (version) => version.note, max: 80 },
        ],
        versions,
      ),
    );
  }
  return lines.join('\n');
}
