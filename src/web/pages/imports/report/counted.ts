import type { TFunction } from 'i18next';
import type { ImportReport } from '../../../../contract/index.ts';
import type { Formatters } from '../../../components/format/formatters.ts';
import { countedByKind } from './reports-of.ts';

/** `1,973 orders and 49 returns`; empty when there is none. */
export const recordsInWords = (
  reports: readonly ImportReport[],
  of: (report: ImportReport) => number,
  t: TFunction<'imports'>,
  format: Pick<Formatters, 'list' | 'count'>,
): string => format.list(countedByKind(reports, of).map(({ kind, count }) => t(`counted.${kind}`, { count, formatted: format.count(count) })));
