import { describe, parse, type Vocabulary } from '../../language/index.ts';

/** A definition in plain words; one that can not be read stays as it is. */
export function sentenceOf(text: string, vocabulary: Vocabulary): string {
  const parsed = parse(text);
  return parsed.ok ? describe(parsed.value.tree, vocabulary) : text;
}
