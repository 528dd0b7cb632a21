import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../components/format/use-format.ts';
import type { ValueConcentration } from '../insights-query.ts';
import { concentrationTable } from './concentration.ts';

export function useConcentrationTable(data: ValueConcentration) {
  const { t } = useTranslation('insights');
  const format = useFormat();
  return useMemo(
    () =>
      concentrationTable(data, format, {
        top: (share) => t('concentration.top', { share }),
        quiet: (share, days) => t('concentration.quiet', { share, count: days }),
        detail: (revenue, share) => t('concentration.detail', { revenue, share }),
        headers: [t('concentration.who'), t('people'), t('revenue'), t('shareOfRevenue'), t('concentration.atLeast')],
      }),
    [data, format, t],
  );
}
