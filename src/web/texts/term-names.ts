import type glossary from './en/glossary.json';

/** The words that have a tip. */
export type TermName = keyof typeof glossary;
