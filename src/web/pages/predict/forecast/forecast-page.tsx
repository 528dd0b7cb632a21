import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Asked } from '../../../components/waiting/asked.tsx';
import { OneOf } from '../../insights/frame/one-of.tsx';
import { PredictFrame } from '../frame/predict-frame.tsx';
import { CandidatesTable } from './candidates-table.tsx';
import { ForecastPanel } from './forecast-panel.tsx';
import { forecastQuery, segmentNamesQuery } from './forecast-queries.ts';

const route = getRouteApi('/shell/predict/forecast');
const measures = ['revenue', 'orders', 'customers', 'new_customers', 'segment'] as const;

/** The weeks to come, with how sure that is. */
export function ForecastPage() {
  const { t } = useTranslation('predict');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data: segments = [] } = useQuery(segmentNamesQuery);
  const segment = search.measure === 'segment' ? (search.segment ?? segments[0]?.slug) : undefined;
  const asked = useQuery({ ...forecastQuery({ ...search, segment }), enabled: search.measure !== 'segment' || segment !== undefined });
  return (
    <PredictFrame
      tab="forecast"
      pickers={
        <>
          <OneOf
            label={t('forecast.measure')}
            value={search.measure}
            choices={measures.map((value) => ({ value, label: t(`forecast.of.${value}`) }))}
            onChange={(measure) => void navigate({ search: { ...search, measure }, replace: true })}
          />
          {search.measure === 'segment' ? (
            <Select
              aria-label={t('forecast.segment')}
              data={segments.map(({ slug, name }) => ({ value: slug, label: name }))}
              value={segment ?? null}
              searchable
              allowDeselect={false}
              onChange={(next) => void navigate({ search: { ...search, segment: next ?? undefined }, replace: true })}
            />
          ) : null}
          <OneOf
            label={t('forecast.weeks')}
            value={String(search.weeks)}
            choices={['4', '13', '26'].map((value) => ({ value, label: t('forecast.inWeeks', { count: Number(value) }) }))}
            onChange={(weeks) => void navigate({ search: { ...search, weeks: Number(weeks) }, replace: true })}
          />
        </>
      }
    >
      <Asked answer={asked} height={480}>
        {(data) => (
          <>
            <ForecastPanel data={data} />
            <CandidatesTable data={data} />
          </>
        )}
      </Asked>
    </PredictFrame>
  );
}
