/**
 * What reports, hints and fixes say, without what only the command line has: where a phrase has an answer on screen that is said instead, and a sentence that
 * still names a flag or a command is left out. A test reads the sources of all such sentences.
 */
export const inBrowserWords = (text: string): string =>
  sentences(
    text
      .replaceAll(/,? or (?:say|set|give)[^,.]*--[\w-]+(?: "[^"]*")?\.?/g, '.')
      .replaceAll(/,? or import the file into a workspace of[^()]*\(clientele [^)]*\)/g, '')
      .replaceAll(/\s*\((?:--|clientele )[^)]*\)/g, '')
      .replaceAll(/the same --source/g, 'the same source')
      .replaceAll(/Name one with --map "[^"]*" if there is one\./g, 'Choose it among the columns if there is one.')
      .replaceAll(/, say --map "[^"]*=customer_id"\./g, ', choose customer id for the column.'),
  )
    .filter((sentence) => !ofCommandLine.test(sentence))
    .join(' ');

/** A flag, or a call of the program. */
export const ofCommandLine = /(?:^|[\s("'`|])--[a-z]|`clientele\b|\bclientele [a-z]+\b/;

/** A sentence ends in a full stop before a blank; one inside quotes ends nothing. */
const sentences = (text: string): readonly string[] =>
  text.match(/(?:"[^"]*"|\.(?!\s|$)|[^."])+(?:\.+(?=\s|$)|$)|\.+/g)?.map((sentence) => sentence.trim()) ?? [];
