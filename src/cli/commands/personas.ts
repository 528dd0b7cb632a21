import { readFile, writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import {
  addPersonaNote,
  changePersona,
  createPersona,
  deletePersona,
  drawCard,
  listPersonas,
  personaHtml,
  readPersona,
  redrawPersona,
  setPersonaPicture,
} from '../../app/index.ts';
import type { Persona, PersonaCard, PersonaFact } from '../../contract/schemas.ts';
import { answer, common, type CommonOptions } from '../common.ts';
import { localDay, share, wholeNumber } from '../render/numbers.ts';
import { renderTable, safeText } from '../render/table.ts';

type Editing = CommonOptions & {
  readonly name?: string;
  readonly summary?: string;
  readonly goals?: string;
  readonly frustrations?: string;
  readonly offer?: string;
  readonly say?: string;
  readonly picture?: string;
};

export function addPersonas(program: Command): void {
  const command = program.command('personas').description('Faces for segments: cards drawn from data, with what you write on them.');
  command.addHelpText('after', '\nExample:\n  clientele personas card champions --as-of latest');
  const list = command.command('list').description('Every persona.');
  common(list, 'clientele personas list').action(async (options: CommonOptions) =>
    answer(options, listPersonas, (found, { zone }) =>
      found.length === 0
        ? 'There are none yet: run `clientele personas create SEGMENT --name NAME`.'
        : renderTable(
            [
              { title: 'id', cell: (one: (typeof found)[number]) => one.id },
              { title: 'name', cell: (one) => one.name },
              { title: 'segment', cell: (one) => one.segment.name },
              { title: 'people', align: 'right', cell: (one) => wholeNumber(one.people) },
              { title: 'drawn', cell: (one) => localDay(one.drawn_at, zone) },
            ],
            found,
          ),
    ),
  );
  const card = command
    .command('card')
    .argument('<segment>', 'a segment, or a definition in quotes')
    .description('The card of any segment as it would be drawn now; nothing is kept.');
  common(card, 'clientele personas card champions --as-of latest').action(async (segment: string, options: CommonOptions) =>
    answer(options, (app) => drawCard(app, segment, options.asOf), renderCard),
  );
  const create = command
    .command('create')
    .argument('<segment>', 'the segment')
    .description('Give a segment a face.')
    .requiredOption('--name <name>', 'what you call it');
  common(create, 'clientele personas create champions --name "Grace the regular"').action(
    async (segment: string, options: CommonOptions & { readonly name: string }) =>
      answer(options, (app) => createPersona(app, { segment, name: options.name }, 'command line', options.asOf), renderPersona),
  );
  const show = command
    .command('show')
    .argument('<persona>', 'its id or name')
    .description('Its card as of now, what changed since it was drawn, what you wrote.')
    .option('--html <file>', 'write it as one page, to print or share');
  common(show, 'clientele personas show "Grace the regular" --html grace.html').action(
    async (id: string, options: CommonOptions & { readonly html?: string }) =>
      answer(
        options,
        async (app) => {
          if (options.html !== undefined) await writeFile(options.html, await personaHtml(app, id, options.asOf));
          return readPersona(app, id, options.asOf);
        },
        renderPersona,
      ),
  );
  const redraw = command.command('redraw').argument('<persona>', 'its id or name').description('Keep the card as it is now: changes are counted from here.');
  common(redraw, 'clientele personas redraw "Grace the regular"').action(async (id: string, options: CommonOptions) =>
    answer(options, (app) => redrawPersona(app, id, options.asOf), renderPersona),
  );
  const edit = command
    .command('edit')
    .argument('<persona>', 'its id or name')
    .description('Name it, write on it, give it a picture.')
    .option('--name <name>', 'what you call it')
    .option('--summary <text>', 'in a few words')
    .option('--goals <text>', 'what they want')
    .option('--frustrations <text>', 'what keeps them')
    .option('--offer <text>', 'what to offer')
    .option('--say <text>', 'what to say')
    .option('--picture <file>', 'PNG, JPEG or WebP, at most 512 kB');
  common(edit, 'clientele personas edit "Grace the regular" --goals "A cup she can rely on"').action(async (id: string, options: Editing) =>
    answer(
      options,
      async (app) => {
        const { name, summary, goals, frustrations, offer, say, picture } = options;
        if (picture !== undefined) await setPersonaPicture(app, id, (await readFile(picture)).toString('base64'));
        const written = Object.fromEntries(Object.entries({ summary, goals, frustrations, offer, say }).filter(([, text]) => text !== undefined));
        return changePersona(app, id, { name, edits: written });
      },
      renderPersona,
    ),
  );
  const note = command.command('note').argument('<persona>', 'its id or name').argument('<text>', 'what was said').description('Add an interview note.');
  common(note, 'clientele personas note "Grace the regular" "Buys for the office too"').action(async (id: string, text: string, options: CommonOptions) =>
    answer(options, (app) => addPersonaNote(app, id, text, 'command line'), renderPersona),
  );
  const remove = command.command('delete').argument('<persona>', 'its id or name').description('Forget it with its notes; the segment stays.');
  common(remove, 'clientele personas delete "Grace the regular"').action(async (id: string, options: CommonOptions) =>
    answer(
      options,
      async (app) => {
        await deletePersona(app, id);
        return { removed: id };
      },
      () => 'It is forgotten.',
    ),
  );
}

function renderPersona({ id, name, card, changed, edits, notes }: Persona): string {
  const written = Object.entries(edits).flatMap(([part, text]) => (text === undefined || text === '' ? [] : [`${part}: ${safeText(text)}`]));
  return [
    `${safeText(name)} (${id})`,
    ...written,
    renderCard(card),
    ...(changed.length === 0 ? [] : ['', 'Changed since it was drawn:', ...changed.map(({ sentence }) => `  ${safeText(sentence)}`)]),
    ...(notes.length === 0 ? [] : ['', 'Notes:', ...notes.map(({ text, author }) => `  ${safeText(text)} (${safeText(author)})`)]),
  ].join('\n');
}

function renderCard({ sentence, demographics, habits, motives, channels, objections, distinct, quote, offers, how }: PersonaCard): string {
  const part = (title: string, facts: readonly PersonaFact[]): string[] =>
    facts.length === 0
      ? []
      : [
          '',
          title,
          ...facts.map(
            ({ label, value, share: own, people }) => `  ${safeText(label)}: ${safeText(value)}${own === null ? '' : `, ${share(own)}`} (${people} people)`,
          ),
        ];
  return [
    safeText(sentence),
    ...(quote === null ? [] : [`“${safeText(quote.text)}”`]),
    ...part('Who they are', demographics),
    ...part('How they buy', habits),
    ...part('What moves them', motives),
    ...part('Where they are', channels),
    ...part('What keeps them', objections),
    ...(distinct.length === 0 ? [] : ['', 'Set apart by', ...distinct.map((text) => `  ${safeText(text)}`)]),
    ...(offers.length === 0 ? [] : ['', 'What to offer and say', ...offers.map(({ text, because }) => `  ${safeText(text)} (${safeText(because)})`)]),
    '',
    how,
  ].join('\n');
}
