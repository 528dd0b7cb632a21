/** A group as the model that acts knows it, in the segment language. */
export const modelExpression = (number: number): string => `cluster.group = ${number}`;
