import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { usePerson } from '../../components/use-workspace.ts';
import { insightTabs } from '../../pages/insights/frame/insight-tabs.ts';
import { predictTabs } from '../../pages/predict/frame/predict-tabs.ts';
import { partsFor } from '../../pages/settings/settings-parts.ts';
import type { Destination } from '../destinations.ts';

export type FurtherPage = { readonly page: Destination['page']; readonly to: string; readonly label: string };

/** The pages within Insights, Predict and Settings, each by the name of its tab: what somebody looks for by name is mostly one of them. */
export function useFurtherPages(): readonly FurtherPage[] {
  const later = { useSuspense: false };
  const { t } = useTranslation('shell', later);
  const { t: ofInsights } = useTranslation('insights', later);
  const { t: ofPredict } = useTranslation('predict', later);
  const { t: ofSettings } = useTranslation('settings', later);
  const person = usePerson();
  const known: Readonly<Record<string, unknown>> = useRouter().routesByPath;
  const within = (page: 'insights' | 'predict' | 'settings', part: string): string => t('palette.within', { page: t(`pages.${page}`), part });
  return [
    ...insightTabs.map(({ name, to }) => ({ page: 'insights' as const, to, label: within('insights', ofInsights(`tab.${name}`)) })),
    ...predictTabs.map(({ name, to }) => ({ page: 'predict' as const, to, label: within('predict', ofPredict(`tab.${name}`)) })),
    ...partsFor(person?.role).map((part) => ({ page: 'settings' as const, to: `/settings/${part}`, label: within('settings', ofSettings(`parts.${part}`)) })),
  ].filter(({ page, to }) => to in known || page === 'settings');
}
