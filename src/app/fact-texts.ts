import type { FactSource } from '../language/index.ts';
import { factValues } from '../segments/index.ts';
import type { App } from './open.ts';
import { vocabularyOf } from './vocabulary.ts';

/** As many as somebody looks through; more are found by typing. */
const mostTexts = 200;

/** What a text field of a kind of fact holds, the most frequent first. */
export const factTextsOf = async (app: App, source: FactSource, field: string): Promise<readonly string[]> =>
  factValues(app.warehouse, source, field, await vocabularyOf(app), mostTexts);
