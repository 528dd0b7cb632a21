/** `1 order`, `1,234 orders`: a count with its noun, and with the right form of a verb where one is given (`1 order is`, `2 orders are`). */
export function countOf(count: number, noun: string, verb?: readonly [one: string, many: string], nouns = `${noun}s`): string {
  const words = count === 1 ? [noun, verb?.[0]] : [nouns, verb?.[1]];
  return [new Intl.NumberFormat('en-GB').format(count), ...words].filter((word) => word !== undefined).join(' ');
}
