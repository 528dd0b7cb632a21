/** Files of events tell of orders, too: each state is of the batch that told it, so that undoing an import takes it back. */
export const createToldOrders: readonly string[] = ['alter table live_orders add column batch INTEGER default 0'];
