/** The column that holds what the buying model says; no trait or feature is called like that. */
export const buyerColumn = 'buyer_model';
/** What each customer's own rhythm says. */
export const rhythmColumn = 'own_rhythm';
