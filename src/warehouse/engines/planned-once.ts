import type { Instant } from '../../core/index.ts';
import type { Fragment, InstantsPlace, Part } from '../../sql/index.ts';

/** A statement without parameters. Where it speaks of instants it finds them in a table of one row, because they are others each time. */
export type Fixed = { readonly text: string; readonly instants: readonly Instant[] };

/** So many instants at most. */
export const mostInstants = 64;

/** Longer texts are handed over, not asked about; so are lists and rows as JSON, which are others each time: a plan would be kept of each. */
const longest = 200;
const isHandedOver = (text: string): boolean => text.length > longest || /^(?:\[.*\]|\{.*\})$/s.test(text);

/** `planned_instants(i0, i1, …)`: the instants of whatever runs next. */
export const instantsTable = `create or replace temp table planned_instants as select ${Array.from({ length: mostInstants }, (_, place) => `cast(null as TIMESTAMP) as i${place}`).join()}`;

/** The statement that fills it. */
export const fillInstants = (instants: readonly Instant[]): string =>
  `update temp.main.planned_instants set ${instants.map((at, place) => `i${place} = make_timestamp(${at})`).join()}`;

/**
 * The engine plans a statement with parameters anew each time it runs; one without is planned once. So values are written into the text, as what they would be bound
 * as, and instants become columns of a row in each `from` where the statement says so (`instants`). Undefined where that can not be said: to ask any query at all
 * beside such a row (`lateral`) brings the engine down for some (DuckDB 1.5.6).
 */
export function fixed({ parts }: Fragment): Fixed | undefined {
  const places = new Map<Instant, number>();
  const written: (string | { readonly where: InstantsPlace })[] = [];
  for (const part of parts) {
    const text = part.kind === 'instants' ? part : writtenPart(part, places);
    if (text === undefined) return undefined;
    written.push(text);
  }
  const instants = [...places.keys()];
  const row = `(select ${instants.map((_, place) => `i${place}`).join()} from temp.main.planned_instants) planned_at`;
  const passed = instants.map((_, place) => `, planned_at.i${place}`).join('');
  const found = { beside: `, ${row}`, carried: ', planned_at.*', passed, around: ' planned_at' } as const;
  const text = written.map((each) => (typeof each === 'string' ? each : instants.length === 0 ? '' : found[each.where])).join('');
  const isSaid = written.some((each) => typeof each !== 'string');
  return instants.length > mostInstants || (instants.length > 0 && !isSaid) ? undefined : { text, instants };
}

function writtenPart(part: Exclude<Part, { kind: 'instants' }>, places: Map<Instant, number>): string | undefined {
  if (part.kind === 'text') return part.text;
  if (part.kind === 'identifier') return `"${part.name.replaceAll('"', '""')}"`;
  const { value } = part;
  if (value === null) return 'cast(null as VARCHAR)';
  if (value instanceof Uint8Array) return undefined;
  switch (typeof value) {
    case 'string':
      return isHandedOver(value) || value.includes('\0') ? undefined : `'${value.replaceAll("'", "''")}'`;
    case 'number':
      if (Number.isInteger(value) && Math.abs(value) < 2 ** 31) return value < 0 || Object.is(value, -0) ? `cast(${value} as INTEGER)` : String(value);
      return Number.isFinite(value) ? `cast(${value.toExponential()} as DOUBLE)` : undefined;
    case 'bigint':
      return `cast(${value} as BIGINT)`;
    case 'boolean':
      return String(value);
    default: {
      const place = places.get(value.at) ?? places.size;
      places.set(value.at, place);
      return `planned_at.i${place}`;
    }
  }
}
