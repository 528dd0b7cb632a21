import { useCallback } from 'react';
import { useFormat } from '../../../components/format/use-format.ts';

/** A net promoter score is a number from −100 to 100, satisfaction a share. */
export function useScore(measure: 'nps' | 'csat'): (value: number) => string {
  const format = useFormat();
  return useCallback((value: number) => (measure === 'nps' ? format.decimal(value) : format.share(value)), [format, measure]);
}
