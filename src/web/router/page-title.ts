import type shellTexts from '../texts/en/shell.json';

/** The pages that have a name in the texts of the shell. */
export type PageTitle = keyof (typeof shellTexts)['pages'];
