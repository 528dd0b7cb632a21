import type { Vocabulary } from '../../language/index.ts';
import { readDefinition, type SegmentInput } from '../../segments/index.ts';
import type { Defined, Definitions } from './live-world.ts';

/**
 * Definitions with their texts read against the vocabulary of the moment, which both hold until somebody changes them: to read a hundred segments takes as long as to
 * ask about a hundred customers. What can not be read stays text, so that whoever evaluates it finds out.
 */
export function readOnce(defined: Defined): Definitions {
  const stages = defined.stages.map(({ name, expression }) => ({ slug: `stage ${name}`, text: expression }));
  const read = (input: SegmentInput): SegmentInput => {
    const checked = readOrNot(input, defined.vocabulary);
    return checked === undefined ? input : { ...input, checked };
  };
  const inputs = defined.inputs.map(read);
  return { ...defined, inputs, asked: [...inputs, ...stages.map(read)] };
}

function readOrNot(input: SegmentInput, vocabulary: Vocabulary): SegmentInput['checked'] {
  try {
    return readDefinition(input, vocabulary);
  } catch {
    return undefined;
  }
}
