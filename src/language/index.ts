export * from './diagnostic.ts';
export * from './fact-words.ts';
export * from './format.ts';
export * from './parse/parse.ts';
export * from './positions.ts';
export * from './tree.ts';
export * from './vocabulary.ts';
