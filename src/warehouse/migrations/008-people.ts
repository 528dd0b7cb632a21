/**
 * One row per profile for lists and search: its name, its first customer id and e-mail, and `words`, all names and identifiers folded
 * (no letter case, no accents), each between line ends. Made anew by every refresh that follows changed facts; one is due now.
 */
export const createPeople: readonly string[] = [
  'create table people (profile INTEGER, name VARCHAR, customer_id VARCHAR, email VARCHAR, words VARCHAR)',
  "update counters set value = -1 where name = 'refreshed_version'",
];
