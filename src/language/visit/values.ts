/** What is known of a visit, by the words of `visitWords`; what is absent or null is unknown. */
export type VisitValue = string | number | boolean | readonly string[] | null;
export type Visit = Readonly<Record<string, VisitValue | undefined>>;
