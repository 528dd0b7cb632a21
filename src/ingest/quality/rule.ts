import type { QualityDimension, QualityFigure, QualitySample } from '../../contract/index.ts';
import { type Fragment, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';

/**
 * One rule over one table. `rows` is a query with `source`, `batch`, `id` (text), `bad` (boolean) and `detail` (text shown for a bad row);
 * it is counted per source and never read into memory.
 */
export type Rule = {
  readonly rule: string;
  readonly dimension: QualityDimension;
  readonly kind: string;
  readonly field: string | null;
  readonly explanation: string;
  readonly fix: string;
  readonly rows: Fragment;
  /** Shares of bad rows from which it is worth a look, and from which something should be done. */
  readonly look: number;
  readonly act: number;
};

const sampleSize = 10;

/** One figure per source that the rule found rows in. */
export async function applyRule(warehouse: Warehouse, rule: Rule): Promise<readonly QualityFigure[]> {
  const counts = await warehouse.rows<{ source: string | null; rows: number; bad: number }>(
    sql`select source, count(*) as rows, count(*) filter (bad) as bad from (${rule.rows}) q group by source order by source`,
  );
  const figures: QualityFigure[] = [];
  for (const { source, rows, bad } of counts) {
    const share = bad / rows;
    figures.push({
      dimension: rule.dimension,
      source,
      kind: rule.kind,
      field: rule.field,
      rule: rule.rule,
      explanation: rule.explanation,
      score: (rows - bad) / rows,
      rows,
      bad,
      age_days: null,
      sample: bad === 0 ? [] : await sampleOf(warehouse, rule, source),
      fix: rule.fix,
      severity: bad === 0 || share < rule.look ? 'good' : share < rule.act ? 'look' : 'act',
    });
  }
  return figures;
}

async function sampleOf(warehouse: Warehouse, rule: Rule, source: string | null): Promise<readonly QualitySample[]> {
  const found = await warehouse.rows<QualitySample>(sql`
    select q.id, b.import_id as "import", coalesce(q.detail, '') as detail from (select * from (${rule.rows}) r where bad and source is not distinct from ${source} order by id limit ${sampleSize}) q
    left join batches b on b.batch = q.batch order by q.id`);
  return found.map(({ id, import: importId, detail }) => ({ id, import: importId, detail }));
}
