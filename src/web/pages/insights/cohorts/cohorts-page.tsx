import { Select } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AskedPanel } from '../../../components/panel/asked-panel.tsx';
import { InsightsFrame } from '../frame/insights-frame.tsx';
import { OneOf } from '../frame/one-of.tsx';
import { categoriesQuery, cohortsQuery } from '../insights-query.ts';
import { AveragePanel } from './average-panel.tsx';
import { TrianglePanel } from './triangle-panel.tsx';

const route = getRouteApi('/shell/insights/cohorts');

/** Whether those who came together stay, and what they are worth as time goes by. */
export function CohortsPage() {
  const { t } = useTranslation('insights');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { by, measure, category } = search;
  const answer = useQuery({ ...cohortsQuery({ by, measure, ...(category === undefined ? {} : { category }) }), placeholderData: keepPreviousData });
  const categories = useQuery(categoriesQuery({ level: 'category' }));
  const names = [...new Set((categories.data?.rows ?? []).flatMap(({ name }) => (name === null ? [] : [name])))];
  return (
    <InsightsFrame
      tab="cohorts"
      actions={
        <>
          <OneOf
            label={t('cohorts.measure')}
            value={measure}
            choices={(['retention', 'revenue', 'orders'] as const).map((value) => ({ value, label: t(`cohorts.${value}`) }))}
            onChange={(next) => void navigate({ search: { ...search, measure: next }, replace: true })}
          />
          <OneOf
            label={t('cohorts.by')}
            value={by}
            choices={(['month', 'quarter'] as const).map((value) => ({ value, label: t(`cohorts.${value}`) }))}
            onChange={(next) => void navigate({ search: { ...search, by: next }, replace: true })}
          />
          {names.length < 2 ? null : (
            <Select
              aria-label={t('cohorts.category')}
              placeholder={t('cohorts.anyCategory')}
              data={names}
              value={category ?? null}
              clearable
              searchable
              w={180}
              onChange={(next) => void navigate({ search: { ...search, category: next ?? undefined }, replace: true })}
            />
          )}
        </>
      }
    >
      <AskedPanel title={t(`cohorts.title.${measure}`)} answer={answer} height={560}>
        {(data) => (
          <>
            <TrianglePanel data={data} />
            {data.average.length < 2 ? null : <AveragePanel data={data} />}
          </>
        )}
      </AskedPanel>
    </InsightsFrame>
  );
}
