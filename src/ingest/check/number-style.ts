import { ClienteleError } from '../../core/index.ts';
import { type Fragment, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import type { DecimalStyle } from './numbers.ts';

type Where = { readonly file: string; readonly header: string; readonly table: Fragment; readonly cell: Fragment; readonly sample: readonly string[] };

/** Written so only with a decimal point, only with a decimal comma, or in a way that could be either (`1.234`, `1,234`). */
const pointOnly = String.raw`(?:^|\D)(?:\d*\.(?:\d{1,2}|\d{4,})|0\.\d+|\d{4,}\.\d+|\d{1,3}(?:,\d{3})+\.\d*|\d{1,3}(?:,\d{3}){2,}|\.\d+)\D*$`;
const commaOnly = String.raw`(?:^|\D)(?:\d*,(?:\d{1,2}|\d{4,})|0,\d+|\d{4,},\d+|\d{1,3}(?:\.\d{3})+,\d*|\d{1,3}(?:\.\d{3}){2,}|,\d+)\D*$`;
const either = String.raw`(?:^|[^\d.,])[1-9]\d{0,2}[.,]\d{3}[^\d.,]*$`;

const isPoint = new RegExp(pointOnly);
const isComma = new RegExp(commaOnly);
const isEither = new RegExp(either);

/** Decimal point or decimal comma, decided once per column. Throws `number.ambiguous` when no value tells and nobody said. */
export async function numberStyle(warehouse: Warehouse, where: Where, given: DecimalStyle | undefined): Promise<DecimalStyle> {
  if (given !== undefined) return given;
  const points = where.sample.filter((text) => isPoint.test(text)).length;
  const commas = where.sample.filter((text) => isComma.test(text)).length;
  if (points > 0 || commas > 0) return points >= commas ? 'point' : 'comma';
  if (!where.sample.some((text) => isEither.test(text))) return 'point';
  return decideFromAll(warehouse, where);
}

async function decideFromAll(warehouse: Warehouse, where: Where): Promise<DecimalStyle> {
  const found = await warehouse.row<{ points: number; commas: number; line: number | null; example: string | null }>(sql`
    select count(*) filter (regexp_matches(text, ${pointOnly})) as points, count(*) filter (regexp_matches(text, ${commaOnly})) as commas,
      min(line) filter (regexp_matches(text, ${either})) as line, arg_min(text, line) filter (regexp_matches(text, ${either})) as example
    from (select line, trim(${where.cell}) as text from ${where.table} s)`);
  if (found !== undefined && found.points !== found.commas) return found.points > found.commas ? 'point' : 'comma';
  if (found === undefined || found.line === null) return 'point';
  throw new ClienteleError('number.ambiguous', { file: where.file, column: where.header, example: found.example ?? '', line: found.line });
}
