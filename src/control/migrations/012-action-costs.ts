/** What a decision's action cost when it was decided: a budget counts what was spent, whatever the action costs now. */
export const createActionCosts: readonly string[] = ['alter table action_decisions add column cost real'];
