/** On account of which condition somebody is due, so that only that one is asked when it is next; null: of any. */
export const createDueConditions: readonly string[] = ['alter table live_due add column condition VARCHAR'];
