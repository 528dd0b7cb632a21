/** Two to five words of letters, the first with a capital: what a person is called (`Anna Gruber`, `Jean-Luc d'Orsay`, `GRUBER, Anna`). RE2 and JavaScript (`u`) read it alike; it matches a whole text. */
export const personalName = String.raw`\p{Lu}[\p{L}\p{M}'’.\-]*,?(?: [\p{L}\p{M}][\p{L}\p{M}'’.\-]*){1,4}`;
