/** The column that holds what the buying model says; no trait or feature is called like that. */
export const buyerColumn = 'buyer_model';
