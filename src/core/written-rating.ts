const ofScale = /^(\d{1,3}(?:[.,]\d+)?)\s*(?:\/|out of|of)\s*(\d{1,3})$/;
const ofStars = /^(\d{1,2}(?:[.,]\d+)?)\s*[-_]?\s*(?:stars?|points?|★|⭐)\ufe0f?$/;
const drawn = /^(?:[★⭐✭🌟]\ufe0f?)+(?:[☆✩]\ufe0f?)*$/u;
const full = /[★⭐✭🌟]/gu;

/** Words of a scale of five, as forms offer them. */
const words: ReadonlyMap<string, number> = new Map([
  ...['one', 'two', 'three', 'four', 'five'].map((word, place) => [word, place + 1] as const),
  ...['very dissatisfied', 'dissatisfied', 'neutral', 'satisfied', 'very satisfied'].map((word, place) => [word, place + 1] as const),
  ...['very unsatisfied', 'unsatisfied', 'neither satisfied nor dissatisfied', 'satisfied', 'extremely satisfied'].map(
    (word, place) => [word, place + 1] as const,
  ),
  ...['very unhappy', 'unhappy', 'okay', 'happy', 'very happy'].map((word, place) => [word, place + 1] as const),
  ...['very poor', 'poor', 'average', 'good', 'excellent'].map((word, place) => [word, place + 1] as const),
]);

/** A rating that is written otherwise than as a number, as people and forms do: `4/5`, `4 out of 5`, `4 stars`, `★★★★☆`, `Very satisfied`. Undefined for everything else, plain numbers among it. */
export function writtenRating(text: string): number | undefined {
  const said = text.trim().toLowerCase();
  const [, figure] = ofScale.exec(said) ?? ofStars.exec(said) ?? [];
  if (figure !== undefined) return Number(figure.replace(',', '.'));
  if (drawn.test(said)) return said.match(full)?.length;
  return words.get(said);
}
