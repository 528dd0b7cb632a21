import type { ImportReport } from '../../../../contract/index.ts';
import { inBrowserWords } from '../../../components/format/in-browser-words.ts';

type Worded = Pick<ImportReport, 'warnings' | 'merging' | 'rejects' | 'unread_words' | 'statuses'>;

/** A report as it is shown: all that it says in words that hold on screen. Reports enter the pages through here alone. */
export const inBrowserReport = <Report extends Worded>(report: Report): Report => ({
  ...report,
  warnings: shownOf(report.warnings),
  ...(report.merging === undefined ? {} : { merging: shownOf(report.merging) }),
  rejects: report.rejects.map((reject) => ({ ...reject, fix: inBrowserWords(reject.fix) })),
  ...(report.unread_words === undefined ? {} : { unread_words: report.unread_words.map((words) => ({ ...words, warning: inBrowserWords(words.warning) })) }),
  ...(report.statuses === undefined
    ? {}
    : { statuses: { ...report.statuses, warning: report.statuses.warning === null ? null : inBrowserWords(report.statuses.warning) } }),
});

export const shownOf = (warnings: readonly string[]): string[] => warnings.map(inBrowserWords).filter((warning) => warning !== '');
