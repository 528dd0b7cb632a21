import type { TFunction } from 'i18next';
import { inBrowserWords } from '../format/in-browser-words.ts';
import { isProblem } from '../../api/problem.ts';

export type ProblemWords = { readonly title: string; readonly hint: string; readonly details: string | undefined };

/** Words for whatever was thrown: what is wrong and what to do. The rest is ours and shown as details. */
export function problemWords(error: unknown, t: TFunction): ProblemWords {
  if (isProblem(error)) {
    if (error.body.code === 'unreachable') return { title: t('problem.offline'), hint: t('problem.offlineHint'), details: undefined };
    const screen = error.body['screen_hint'];
    return { title: error.body.title, hint: typeof screen === 'string' ? screen : inBrowserWords(error.body.hint), details: undefined };
  }
  return {
    title: t('problem.unexpected'),
    hint: t('problem.unexpectedHint'),
    details: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
  };
}
