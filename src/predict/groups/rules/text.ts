import type { Path, Step } from './small-tree.ts';

/** Names as the language writes them; `JSON.stringify` quotes as the language reads. */
export type RuleWords = { readonly isBoolean: (column: string) => boolean };

/** Paths as a condition in the segment language: all of a path, any of the paths. Undefined where a path asks nothing. */
export function ruleText(paths: readonly Path[], words: RuleWords): string | undefined {
  const conditions = paths.map((path) => path.map((step) => stepText(step, words)).filter((text) => text !== ''));
  if (conditions.length === 0 || conditions.some((path) => path.length === 0)) return undefined;
  if (conditions.length === 1) return conditions[0]?.join(' and ');
  return conditions.map((path) => (path.length === 1 ? path.join('') : `(${path.join(' and ')})`)).join(' or ');
}

function stepText(step: Step, words: RuleWords): string {
  const name = nameText(step.column);
  const known = step.kind === 'number' ? numberText(name, step) : levelsText(name, step.levels, words.isBoolean(step.column));
  if (known === '') return step.unknown ? `${name} is unknown` : '';
  return step.unknown ? `(${known} or ${name} is unknown)` : known;
}

function numberText(name: string, { low, high }: Extract<Step, { kind: 'number' }>): string {
  const [above, below] = [low === null ? '' : `${name} > ${round(low)}`, high === null ? '' : `${name} <= ${round(high)}`];
  if (above === '' && below === '') return '';
  return above !== '' && below !== '' ? `(${above} and ${below})` : above + below;
}

function levelsText(name: string, levels: readonly string[], isBoolean: boolean): string {
  const [first] = levels;
  if (first === undefined) return '';
  if (isBoolean) return `(${levels.map((level) => `${name} = ${level}`).join(' or ')})`;
  return levels.length === 1 ? `${name} = ${JSON.stringify(first)}` : `${name} in (${levels.map((level) => JSON.stringify(level)).join(', ')})`;
}

const nameText = (name: string): string => (/^[a-z_][a-z0-9_.]*$/i.test(name) ? name : JSON.stringify(name));

/** Four figures say enough, written out without an exponent. */
function round(value: number): string {
  const short = Number(value.toPrecision(4));
  return Math.abs(short) >= 1e15 || (short !== 0 && Math.abs(short) < 1e-6) ? '0' : String(short);
}
