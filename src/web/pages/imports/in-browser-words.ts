/** Hints speak to the command line, too: on screen its options have no place. */
export const inBrowserWords = (text: string): string =>
  text
    .replaceAll(/,? or (?:say|set)[^,.]*--[\w-]+(?: "[^"]*")?\.?/g, '.')
    .replaceAll(/,? or import the file into a workspace of[^()]*\(clientele [^)]*\)/g, '')
    .replaceAll(/, from the same --source/g, ', from the same source')
    .replaceAll(/Name one with --map "[^"]*" if there is one\./g, 'Choose it among the columns if there is one.');
