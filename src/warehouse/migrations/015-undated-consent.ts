/**
 * A consent that a list told without a date was taken to be of the day of its import, later than any unsubscription before it. It has no date now, and a no that
 * has one stands; what is worked out of the facts is worked out anew.
 */
export const undateConsent: readonly string[] = [
  ...['traits', 'traits_superseded'].map(
    (table) => `update ${table} t set observed_at = null from batches b
      where b.batch = t.batch and t.observed_at = b.committed_at and t.trust = 1 and t.name like 'accepts%' and try_cast(t.value as BOOLEAN)`,
  ),
  `update counters set value = value + 1 where name = 'facts_version'`,
];
