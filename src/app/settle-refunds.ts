import type { Workspace } from '../core/index.ts';
import { counter, setCounter, type Warehouse } from '../warehouse/index.ts';

/** The rule that the orders of a warehouse were last counted by; none noted is the one that every workspace begins with. */
const rules: readonly Workspace['refundedOrders'][] = ['count', 'ignore'];

/** Makes orders that were refunded in full count as the workspace says, where they were counted by another rule: after it was changed, or a crash came in between. */
export async function settleRefunds(warehouse: Warehouse, { refundedOrders }: Workspace): Promise<void> {
  if (rules[await counter(warehouse, 'refunds_rule')] === refundedOrders) return;
  const { recountOrders } = await import('../ingest/index.ts');
  await warehouse.transaction(async () => {
    const changed = await recountOrders(warehouse, refundedOrders);
    await setCounter(warehouse, 'refunds_rule', rules.indexOf(refundedOrders));
    if (changed > 0) await setCounter(warehouse, 'facts_version', (await counter(warehouse, 'facts_version')) + 1);
  });
}
