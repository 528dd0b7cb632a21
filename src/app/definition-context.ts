import { userInfo } from 'node:os';
import type { Vocabulary } from '../language/index.ts';
import type { DefinitionContext } from '../segments/index.ts';
import type { App } from './open.ts';
import { vocabularyOf } from './vocabulary.ts';

/** What changing a definition needs; the author is whoever runs the command unless named. */
export async function definitionContext(app: App, author?: string, vocabulary?: Vocabulary): Promise<DefinitionContext> {
  return { control: app.control, vocabulary: vocabulary ?? (await vocabularyOf(app)), author: author ?? userName(), effects: app.effects };
}

export function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'unknown';
  }
}
