import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { realEffects } from '../effects.ts';
import { importAll } from '../import-all.ts';
import { nothingSaid } from '../nothing-said.ts';
import { openApp } from '../open.ts';
import { refreshAll } from '../refresh.ts';
import { satisfaction } from './satisfaction.ts';

test.each([
  ['How likely are you to recommend us? (1-10)', true],
  ['How likely are you to recommend us? (0-10)', false],
])(
  'of answers without a 0, the question %s says whether there could have been one',
  async (question, said) => {
    const folder = await mkdtemp(join(tmpdir(), 'clientele-scale-'));
    const app = await openApp(
      join(folder, 'data'),
      realEffects(() => undefined),
      { create: {} },
    );
    const path = join(folder, 'survey.csv');
    const rows = [10, 9, 8, 3, 7, 10, 9].map(
      (answer, place) => `2026-04-0${place + 1},person${place}@example.com,${answer},Good coffee and quick to come ${place}`,
    );
    await writeFile(path, [`Date,Email,${question},Comment`, ...rows, ''].join('\n'));
    await importAll(app, { ...nothingSaid, inputs: [path] });
    await refreshAll(app, undefined);
    const { sentence, overall } = await satisfaction(app, {});
    expect(overall.answers).toBe(7);
    expect(sentence.includes('of 1 to 10')).toBe(said);
    await app.close();
    await rm(folder, { recursive: true });
  },
  60_000,
);
