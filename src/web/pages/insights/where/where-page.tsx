import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AskedPanel } from '../../../components/panel/asked-panel.tsx';
import { InsightsFrame } from '../frame/insights-frame.tsx';
import { OneOf } from '../frame/one-of.tsx';
import { whereQuery } from '../insights-query.ts';
import { WherePanels } from './where-panels.tsx';

const route = getRouteApi('/shell/insights/where');

export function WherePage() {
  const { t } = useTranslation('insights');
  const { level } = route.useSearch();
  const navigate = route.useNavigate();
  const answer = useQuery({ ...whereQuery({ level }), placeholderData: keepPreviousData });
  return (
    <InsightsFrame
      tab="where"
      actions={
        <OneOf
          label={t('where.level')}
          value={level}
          choices={(['country', 'region', 'city'] as const).map((value) => ({ value, label: t(`where.by.${value}`) }))}
          onChange={(next) => void navigate({ search: { level: next }, replace: true })}
        />
      }
    >
      <AskedPanel title={t('where.title')} answer={answer} height={420}>
        {(data) => <WherePanels data={data} />}
      </AskedPanel>
    </InsightsFrame>
  );
}
