import type { TFunction } from 'i18next';
import type { ImportReport } from '../../../../contract/index.ts';
import type { Formatters } from '../../../components/format/formatters.ts';
import { countedByKind } from './reports-of.ts';

/** `1,973 orders`, `49 returns`: one for each kind that there is. */
export const recordsInWords = (
  reports: readonly ImportReport[],
  of: (report: ImportReport) => number,
  t: TFunction<'imports'>,
  format: Pick<Formatters, 'count'>,
): readonly string[] => countedByKind(reports, of).map(({ kind, count }) => t(`counted.${kind}`, { count, formatted: format.count(count) }));
