/** The log of a test server. */
export type TestLog = {
  /** Takes one line, JSON as the server writes it. */
  readonly write: (line: string) => void;
  /** Throws where something went wrong that the test had not asked for. */
  readonly check: () => void;
};

const errorLevel = 50;

/**
 * Keeps what a server logs: warnings, answers of 5xx, trouble with live data. Nothing is said while all is well, and of what matches `expected`, which the test has provoked. Anything else is
 * shown at once, beside what the test itself makes of it; an error fails the file when the server is stopped, whether a test noticed it or not.
 */
export function keepLog(expected?: RegExp, show: (text: string) => void = (text) => void process.stderr.write(`${text}\n`)): TestLog {
  const failures: string[] = [];
  return {
    write: (line) => {
      const { level, text } = readLine(line);
      if (expected?.test(text) === true) return;
      show(`The test server logged ${text}`);
      if (level >= errorLevel) failures.push(text);
    },
    check: () => {
      if (failures.length > 0)
        throw new Error(
          `The test server logged ${failures.length === 1 ? 'an error' : `${failures.length} errors`} that nobody asked for: ${failures.join('\n\n')}`,
        );
    },
  };
}

type Line = {
  readonly level: number;
  readonly msg?: string;
  readonly err?: { readonly message: string; readonly stack?: string };
};

function readLine(line: string): { readonly level: number; readonly text: string } {
  const { level, msg = '', err } = JSON.parse(line) as Line;
  return { level, text: `${msg}: ${err?.stack ?? err?.message ?? line}` };
}
