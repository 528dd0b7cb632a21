import { appendFileSync, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Where each public dataset comes from, named when it is absent. */
const origins: Readonly<Record<string, string>> = {
  'online-retail': 'https://archive.ics.uci.edu/dataset/352/online+retail',
  cdnow: 'https://www.brucehardie.com/datasets/',
  'telco-churn': 'IBM sample data "Telco Customer Churn"',
  'bank-marketing': 'https://archive.ics.uci.edu/dataset/222/bank+marketing',
  'online-shoppers': 'https://archive.ics.uci.edu/dataset/468/online+shoppers+purchasing+intention+dataset',
  hillstrom: 'MineThatData e-mail analytics challenge (Kevin Hillstrom, 2008)',
  dunnhumby: 'https://www.dunnhumby.com/source-files/ (The Complete Journey)',
  groceries: 'R package arules, data set Groceries',
  clickstream: 'a synthetic web-shop clickstream',
  'womens-clothing': "Women's E-Commerce Clothing Reviews",
  'labelled-sentences': 'https://archive.ics.uci.edu/dataset/331/sentiment+labelled+sentences',
  'mall-customers': 'Mall Customer Segmentation Data',
  'customer-personality': 'Customer Personality Analysis',
  adult: 'https://archive.ics.uci.edu/dataset/2/adult',
  'german-credit': 'https://archive.ics.uci.edu/dataset/144/statlog+german+credit+data',
  timeseries: 'Box & Jenkins, monthly airline passengers',
};

/**
 * Path of a public dataset's file, or undefined where the folder is absent; the run then says in its last lines what it
 * could not test and where the file comes from.
 */
export function dataset(folder: string, file: string): string | undefined {
  const base = process.env['CLIENTELE_DATASETS'] ?? resolve(import.meta.dirname, '../../shared/data');
  const path = join(base, folder, file);
  if (existsSync(path)) return path;
  notRun(
    `${folder}/${file}: the public dataset is not here (${origins[folder] ?? 'see docs'}); put it under ../shared/data or name its folder in CLIENTELE_DATASETS`,
  );
  return undefined;
}

/** Notes what a run could not test; script/test prints the notes in its last lines. */
export function notRun(what: string): void {
  const file = process.env['CLIENTELE_NOT_RUN'];
  if (file === undefined) process.stderr.write(`not run: ${what}\n`);
  else appendFileSync(file, `  ${what}\n`);
}
