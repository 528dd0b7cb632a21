/** A name of the data's own (`favourite category`) at the start of a line. */
export const sentenceCase = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
