/**
 * Which traits the file of a batch of customers had columns for: a record's newest version decides about those alone, what earlier ones said of others stands.
 * A batch with customers always has the row ''; one recorded before has none, and decides about everything.
 */
export const createBatchTraits: readonly string[] = ['create table batch_traits (batch INTEGER, name VARCHAR)'];
