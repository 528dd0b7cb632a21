/** Stars are of five; a survey's answer is on a scale that one answer does not tell (7 of 10 had been 7 of 5). */
export const ofFive = (kind: string, rating: number): boolean => kind === 'review' && rating <= 5;
