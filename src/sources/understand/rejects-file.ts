import { lineFields, type Mapping, rejectsHeaders } from '../../contract/index.ts';
import { ClienteleError } from '../../core/index.ts';
import type { UnderstandContext } from './context.ts';

/** Rows that an import rejected, as it wrote them: somebody has corrected them and brings them back. */
export const isRejectsFile = (headers: readonly string[]): boolean => rejectsHeaders.every((header, place) => headers[place] === header);

/** Why a row was rejected says nothing of what it holds. */
export const withoutReasons = (context: UnderstandContext): UnderstandContext => ({
  ...context,
  map: { ...Object.fromEntries(rejectsHeaders.map((header) => [header, 'ignore'])), ...context.map },
});

/**
 * Records come whole: an order that stands in a file replaces the one that was there. Of an order in lines the rejects hold those lines alone that were wrong,
 * and its good ones would be lost. Throws `file.rejected-lines`.
 */
export function refuseRejectedLines(mapping: Mapping, file: string): void {
  const inLines = mapping.kind === 'items' || (mapping.kind === 'orders' && lineFields.some((line) => mapping.columns.some(({ field }) => field === line)));
  if (inLines) throw new ClienteleError('file.rejected-lines', { file });
}
