import { openApp, openDesk, previewText, realEffects } from '../../src/app/index.ts';

/**
 * Somebody builds a segment in front of a process that is already running, as the browser's builder asks it: each edit is counted whole
 * and clause by clause. Argument: the workspace folder. Prints milliseconds per edit, in order; the first finds nothing kept.
 */
const [folder = ''] = process.argv.slice(2);

export type LivePreviewAnswer = { readonly milliseconds: readonly number[]; readonly members: readonly number[] };

const viewed = (category: string, days: number, times: number): string =>
  `count("Product Viewed" where category = "${category}" in last ${days} days) >= ${times}`;
const spent = (sum: number): string => `sum("Product Added".value in last 365 days) > ${sum}`;
const unopened = 'count("Email Opened" in last 30 days) = 0';
const edits: readonly string[] = [
  viewed('Espresso', 90, 3),
  viewed('Espresso', 90, 4),
  viewed('Espresso', 60, 4),
  viewed('Decaf', 60, 4),
  `${viewed('Decaf', 60, 4)} and country = "GB"`,
  `${viewed('Decaf', 60, 4)} and country = "IE"`,
  `${viewed('Decaf', 60, 4)} and country in ("GB", "IE")`,
  `${viewed('Decaf', 60, 4)} and country in ("GB", "IE") and ${unopened}`,
  `${viewed('Decaf', 60, 2)} and country in ("GB", "IE") and ${unopened}`,
  `${viewed('Decaf', 60, 2)} and country in ("GB", "IE") and not ${unopened}`,
  `${viewed('Decaf', 60, 2)} and (country in ("GB", "IE") or ${spent(500)}) and not ${unopened}`,
  `${viewed('Decaf', 60, 2)} and (country in ("GB", "IE") or ${spent(600)}) and not ${unopened}`,
  `${viewed('Tea', 60, 2)} and (country in ("GB", "IE") or ${spent(600)}) and not ${unopened}`,
  `${viewed('Tea', 365, 2)} and (country in ("GB", "IE") or ${spent(600)}) and not ${unopened}`,
  `${viewed('Tea', 365, 2)} and ${spent(600)} and not ${unopened}`,
  `distinct("Product Viewed".category in last 30 days) >= 3 and ${spent(600)} and not ${unopened}`,
  `distinct("Product Viewed".category in last 30 days) >= 4 and ${spent(600)} and not ${unopened}`,
  `distinct("Product Viewed".category in last 30 days) >= 4 and ${spent(600)}`,
  `"Product Added" then "Checkout Started" within 2 days in last 60 days and ${spent(600)}`,
  `"Product Added" then "Checkout Started" within 1 day in last 60 days and ${spent(600)}`,
];

const app = await openApp(
  folder,
  realEffects(() => undefined),
);
const desk = await openDesk(app, 2);
const milliseconds: number[] = [];
const members: number[] = [];
for (const text of edits) {
  const started = performance.now();
  const found = await desk.read((reader) => previewText(reader, text, undefined, { nextChange: false }));
  milliseconds.push(performance.now() - started);
  members.push(found.members);
}
await desk.close();
await app.close();
const answer: LivePreviewAnswer = { milliseconds, members };
process.stdout.write(JSON.stringify(answer));
