/** Minutes of the day (on the workspace's clock) at which a source wrote a kind of facts in a batch; of orders the name is null. Worked out anew with the features. */
export const createBatchClocks: readonly string[] = ['create table batch_clocks (source VARCHAR, name VARCHAR, minute INTEGER, facts BIGINT)'];
