/** Whoever came live was not in `people`, and what orders told live of somebody known waited for midnight: both are made anew from the facts. */
export const listAtOnce: readonly string[] = [`update counters set value = value + 1 where name = 'facts_version'`];
