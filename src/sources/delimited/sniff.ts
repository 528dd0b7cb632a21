import { fieldCatalogue } from '../../contract/index.ts';
import { fieldName } from '../../core/index.ts';
import { type Dialect, whiteSpace } from './dialect.ts';
import { afterSpaces, cellsOf } from './rewrite.ts';

/** What the first rows of a text file show. */
export type Sniffed = {
  readonly dialect: Dialect;
  readonly hasHeader: boolean;
  /** Cells of nearly every row; undefined when rows differ in length by nature (one basket a line). */
  readonly cells: number | undefined;
  readonly first: readonly (string | null)[];
  /** The widest row seen. */
  readonly widest: number;
};

export type SniffSettings = {
  readonly delimiter?: string | undefined;
  readonly quote?: string | undefined;
  readonly header?: boolean | undefined;
  readonly columns?: readonly string[] | undefined;
};

const candidates = [',', '\t', ';', '|', whiteSpace] as const;

/** Reads the dialect off a sample of text. A sample that is not the whole file should end at its last line end. */
export function sniff(text: string, settings: SniffSettings = {}): Sniffed {
  const delimiters = settings.delimiter === undefined ? candidates : [settings.delimiter];
  const tried = delimiters.map((delimiter) => withBestQuote(text, delimiter, settings.quote));
  const best = tried.reduce((winner, one) => (better(one, winner) ? one : winner));
  const first = best.rows[0] ?? [];
  const regular = best.consistency >= 0.5 || best.rows.length <= 2;
  const hasHeader = settings.header ?? (settings.columns === undefined && looksLikeHeader(best.rows, regular));
  const width = hasHeader || regular ? (hasHeader ? headerWidth(first, best) : best.width) : undefined;
  return { dialect: best.dialect, hasHeader, cells: width, first, widest: best.rows.reduce((widest, row) => Math.max(widest, row.length), 0) };
}

type Trial = {
  readonly dialect: Dialect;
  readonly rows: readonly (readonly (string | null)[])[];
  /** The commonest number of cells, and the share of rows that have it. */
  readonly width: number;
  readonly consistency: number;
  readonly average: number;
  readonly broken: number;
  /** Rows in which quotes are used as they should be. */
  readonly quoted: number;
};

/** Quotes are ordinary characters only where taking them for quotes breaks rows and not doing so mends them. */
function withBestQuote(text: string, delimiter: string, given: string | undefined): Trial {
  const quote = given === undefined ? '"' : given === '' ? null : given;
  const quoted = tryDialect(text, { delimiter, quote, escape: escapeOf(text, quote) });
  if (given !== undefined || quoted.broken === 0) return quoted;
  const bare = tryDialect(text, { delimiter, quote: null, escape: '"' });
  return bare.consistency >= 0.99 && quoted.quoted <= quoted.broken ? { ...bare, broken: 0.1 * bare.rows.length } : quoted;
}

function tryDialect(text: string, dialect: Dialect): Trial {
  const { rows, broken, quoted } = splitSample(text, dialect);
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  const [width, count] = [...counts].reduce((most, one) => (one[1] > most[1] ? one : most), [0, 0]);
  const cells = rows.reduce((sum, row) => sum + row.length, 0);
  return {
    dialect,
    rows,
    width,
    consistency: rows.length === 0 ? 0 : count / rows.length,
    average: rows.length === 0 ? 0 : cells / rows.length,
    broken,
    quoted,
  };
}

/** More than one cell, the same number in every row, and no broken quotes; then more cells; then the order of the candidates. */
function better(one: Trial, other: Trial): boolean {
  const difference = score(one) - score(other);
  if (Math.abs(difference) > 0.05) return difference > 0;
  return one.dialect.delimiter !== whiteSpace && one.broken <= other.broken && one.average > other.average * 1.001;
}

function score(trial: Trial): number {
  const broken = trial.rows.length === 0 ? 0 : trial.broken / trial.rows.length;
  if (trial.width < 2 && trial.average < 1.2) return -1 - broken;
  const free = trial.dialect.delimiter === whiteSpace && trial.consistency < 0.98 ? -1 : 0;
  return trial.consistency - Math.min(1, broken) + free + (trial.width < 2 ? -0.5 : 0);
}

/** Cells of a whole row under a header. A header that is wider than nearly all rows (spreadsheets leave empty cells at the end out) lets rows be short. */
function headerWidth(first: readonly unknown[], trial: Trial): number | undefined {
  if (trial.consistency <= 0.9 || trial.width === first.length) return first.length;
  return trial.width > first.length ? trial.width : undefined;
}

/** Rows of a sample under a dialect; the tolerant cousin of the byte scanner, for a few hundred kilobytes. */
function splitSample(text: string, dialect: Dialect): { readonly rows: (string | null)[][]; readonly broken: number; readonly quoted: number } {
  const rows: (string | null)[][] = [];
  let broken = 0;
  let quoted = 0;
  const lines = text.split(/\r\n|\n|\r/);
  for (let index = 0; index < lines.length && rows.length < 2000; index += 1) {
    let record = lines[index] ?? '';
    if (record.trim() === '') continue;
    if (dialect.quote !== null && dialect.delimiter !== whiteSpace) {
      let ahead = index;
      let joined = record;
      while (quoteState(joined, dialect) === 'open' && ahead + 1 < lines.length && ahead - index < 200) {
        ahead += 1;
        joined += `\n${lines[ahead] ?? ''}`;
      }
      const state = quoteState(joined, dialect);
      if (state === 'closed') {
        if (joined.startsWith(dialect.quote) || joined.includes(`${dialect.delimiter}${dialect.quote}`)) quoted += 1;
        record = joined;
        index = ahead;
      } else if (!(state === 'open' && ahead + 1 >= lines.length)) broken += 1;
    }
    rows.push(cellsOf(record, dialect));
  }
  return { rows, broken, quoted };
}

/** Whether a record's last quoted cell is still open, and whether every quoted cell ends where a cell may end. */
function quoteState(record: string, dialect: Dialect): 'closed' | 'open' | 'broken' {
  const { delimiter, quote, escape } = dialect;
  if (quote === null) return 'closed';
  let at = 0;
  for (;;) {
    at = afterSpaces(record, at);
    if (record[at] === quote) {
      at += 1;
      for (;;) {
        if (at >= record.length) return 'open';
        if (record[at] === escape && escape !== quote) at += 2;
        else if (record[at] !== quote) at += 1;
        else if (escape === quote && record[at + 1] === quote) at += 2;
        else break;
      }
      at += 1;
      at = afterSpaces(record, at);
      if (at < record.length && !record.startsWith(delimiter, at)) return 'broken';
    }
    const next = record.indexOf(delimiter, at);
    if (next === -1) return 'closed';
    at = next + delimiter.length;
  }
}

/** A backslash escapes quotes only where it is seen to and doubled quotes are not. */
const escapeOf = (text: string, quote: string | null): string =>
  quote !== null && /[^\\]\\"[^,;\t|\r\n]/.test(text) && !/[^,;\t|\r\n]""[^,;\t|\r\n]/.test(text) ? '\\' : (quote ?? '"');

const numberLike = /^\s*[-+(]?[$€£¥]?\s?\d[\d.,'\s]*%?\)?\s*$/;
const dateLike = /^\s*\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}([ T]\d{1,2}:\d{2}.*)?\s*$/;
const valueLike = (cell: string): boolean => numberLike.test(cell) || dateLike.test(cell) || /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(cell);

/**
 * A first row is a header when its cells are short, differ from each other and look like names: known names, or text over columns of
 * numbers, or words that do not come back below. Numbers, dates or addresses in it make it data.
 */
function looksLikeHeader(rows: readonly (readonly (string | null)[])[], regular: boolean): boolean {
  const [first, ...rest] = rows;
  if (first === undefined) return false;
  const cells = first.map((cell) => (cell ?? '').trim());
  const named = cells.filter((cell) => cell !== '');
  const known = named.filter((cell) => knownNames.has(fieldName(cell))).length;
  if (known >= 2 || (known === 1 && named.length <= 4)) return !named.some((cell) => dateLike.test(cell));
  if (named.length === 0 || named.some(valueLike) || named.some((cell) => cell.length > 80)) return false;
  if (!regular) return false;
  const sample = rest.slice(0, 500);
  if (sample.length === 0) return true;
  const typed = cells.some((_, column) => share(sample, column, valueLike) > 0.8);
  return (
    typed || (new Set(named).size === named.length && !cells.some((cell, column) => cell !== '' && sample.some((row) => (row[column] ?? '').trim() === cell)))
  );
}

function share(rows: readonly (readonly (string | null)[])[], column: number, test: (cell: string) => boolean): number {
  const filled = rows.map((row) => (row[column] ?? '').trim()).filter((cell) => cell !== '');
  return filled.length === 0 ? 0 : filled.filter(test).length / filled.length;
}

const knownNames: ReadonlySet<string> = new Set(
  Object.values(fieldCatalogue).flatMap((fields) => Object.entries(fields).flatMap(([name, definition]) => [name, ...definition.synonyms])),
);
