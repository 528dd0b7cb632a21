/** How many more times a verdict may be looked up at a later instant, shared by all that is followed for one answer. */
export type Budget = { left: number };

export const budgetOf = (lookups: number): Budget => ({ left: lookups });

/** Takes one lookup; false when there is none left. */
export function spend(budget: Budget): boolean {
  budget.left -= 1;
  return budget.left >= 0;
}
