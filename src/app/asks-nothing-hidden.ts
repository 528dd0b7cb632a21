import { parse } from '../language/index.ts';
import { attributesIn, mustNotTell } from './customer-columns.ts';

/**
 * For whoever may not see personal data: a definition that compares names or contacts would tell them, letter by letter. Throws
 * `access.personal-data`. A text that can not be read asks nothing; its mistakes are told where it is computed.
 */
export async function asksNothingHidden(text: string): Promise<void> {
  const parsed = parse(text);
  if (parsed.ok) attributesIn(parsed.value.tree).forEach(mustNotTell);
}
