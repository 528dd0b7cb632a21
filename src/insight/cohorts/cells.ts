import type { CohortAnalysisAnswer } from '../../contract/schemas.ts';
import { wilsonInterval } from '../../stats/index.ts';

export type Measure = CohortAnalysisAnswer['measure'];
export type CohortCell = CohortAnalysisAnswer['average'][number];
/** What those of a row did so many periods after they began; `margin` null where no cost is known. */
export type Sums = { readonly active: number; readonly orders: number; readonly revenue: number; readonly margin: number | null };

/** The cells of a row: `reached[k]` people got as far as period k, and did `sums[k]` in it. */
export function cellsOf(reached: readonly number[], sums: ReadonlyMap<number, Sums>, measure: Measure): CohortCell[] {
  let soFar: number | null = measure === 'retention' ? null : 0;
  return reached.map((people, after): CohortCell => {
    const { active, orders, revenue, margin } = sums.get(after) ?? { active: 0, orders: 0, revenue: 0, margin: null };
    const value = people === 0 ? null : measure === 'retention' ? active / people : perPerson({ orders, revenue, margin }, measure, people);
    soFar = soFar === null || value === null ? null : soFar + value;
    const interval = measure === 'retention' && people > 0 ? wilsonInterval(active, people) : { low: null, high: null };
    return { after, reached: people, active, orders, revenue, margin, value, so_far: soFar, ...interval };
  });
}

function perPerson({ orders, revenue, margin }: Omit<Sums, 'active'>, measure: 'orders' | 'revenue' | 'margin', people: number): number | null {
  if (measure === 'orders') return orders / people;
  return measure === 'revenue' ? revenue / people : margin === null ? null : margin / people;
}
