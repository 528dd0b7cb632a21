/**
 * A record that a batch brought again unchanged: which batch, and which record (`record`, or for events and traits read off facts `content`).
 * When the batch that first brought the record is undone, the record passes to the batch that saw it next.
 */
export const createSightings: readonly string[] = ['create table sightings (batch INTEGER, source VARCHAR, "table" VARCHAR, record VARCHAR, content HUGEINT)'];
