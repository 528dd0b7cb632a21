import type { Command } from 'commander';
import { linkForPerson, listPeople, realEffects, withDoors } from '../../app/index.ts';
import { common, type CommonOptions, print, printJson } from '../common.ts';

export function addPeople(program: Command): void {
  const command = program.command('people').description('Those who may sign in to the browser, and ways back in for them.');
  common(command, 'clientele people\n  clientele people link ana@example.com').action((options: CommonOptions) =>
    tell(options, listPeople, (people) =>
      people.length === 0
        ? 'Nobody yet: whoever opens the page first becomes the owner.'
        : people
            .map(({ email, name, role, status, personal_data: personal }) =>
              [email, name, role, status, personal ? 'sees personal data' : 'personal data masked'].join('  '),
            )
            .join('\n'),
    ),
  );
  const link = command
    .command('link')
    .description('Print a link that sets a new password, for one use within a day. The old password works until then.')
    .argument('<email>', 'whose link');
  common(link, 'clientele people link ana@example.com').action((email: string, options: CommonOptions) =>
    tell(
      options,
      (doors) => linkForPerson(doors, email),
      ({ path, expires_at: until, person }) =>
        `${path}\n\nOpen this path at the address of your server to choose a password for ${person.email}, until ${until}.`,
    ),
  );
}

type Doors = Parameters<typeof listPeople>[0];

/** Works beside a running server: only the operational store is opened. */
async function tell<T>(options: CommonOptions, ask: (doors: Doors) => Promise<T>, render: (found: T) => string): Promise<void> {
  const found = await withDoors(
    options.data,
    realEffects(() => undefined),
    ask,
  );
  if (options.json === true) printJson(found);
  else print(render(found as T));
}
