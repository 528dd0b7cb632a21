import { expect, test } from 'vitest';
import { run } from './run.ts';

test.each([
  [['nonsense'], "Unknown command 'nonsense'"],
  [['preview', 'a', 'b'], "Too many arguments for 'preview'. Expected 1 argument but got 2: a, b."],
  [['segments', 'lst'], "Unknown command 'lst' of segments (Did you mean list?)"],
  [['watch'], 'Watch needs one of its commands before --json (It has run, figures, list, acknowledge, mute, mutes.)'],
  [['import'], "Missing required argument 'inputs'"],
])('a misused command answers with an error object where JSON is asked for: %j', async (args, message) => {
  const { code, stdout, stderr } = await run([...args, '--json']);
  expect(JSON.parse(stdout)).toEqual({ error: { code: 'usage', message, hint: 'Run the command with --help to see how it is used.' } });
  expect([code, stderr]).toEqual([2, '']);
});

test('a misspelled subcommand is called so, with what was probably meant', async () => {
  const meant = await run(['segments', 'lst']);
  expect([meant.code, meant.stdout, meant.stderr]).toEqual([
    2,
    '',
    "error: unknown command 'lst' of segments\n(Did you mean list?)\n(add --help for how it is used)\n",
  ]);
  expect((await run(['segments', 'xyzzy'])).stderr).toContain('It has list, show, members, create');
});

test('a group of commands that is given options only names its commands; one that does something alone names the option', async () => {
  const group = await run(['watch', '--data', 'x']);
  expect([group.code, group.stdout, group.stderr]).toEqual([
    2,
    '',
    'error: watch needs one of its commands before --data\n(It has run, figures, list, acknowledge, mute, mutes.)\n(add --help for how it is used)\n',
  ]);
  expect((await run(['segments', '--bogus'])).stderr).toContain("error: unknown option '--bogus'");
});
