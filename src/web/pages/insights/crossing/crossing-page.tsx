import { Select } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { vocabularyQuery } from '../../../api/vocabulary.ts';
import { AskedPanel } from '../../../components/panel/asked-panel.tsx';
import { catalogueQuery } from '../../data/data-queries.ts';
import { InsightsFrame } from '../frame/insights-frame.tsx';
import { crossTabulationQuery } from '../insights-query.ts';
import { CrossingPanel } from './crossing-panel.tsx';
import { secondAttribute } from './second-attribute.ts';

const route = getRouteApi('/shell/insights/crossing');
const measures = ['people', 'revenue', 'average_revenue', 'orders'] as const;

/** Any two things known of customers, one against the other. */
export function CrossingPage() {
  const { t } = useTranslation('insights');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const vocabulary = useQuery(vocabularyQuery);
  const { rows, measure } = search;
  const known = useQuery({ ...catalogueQuery, enabled: search.columns === undefined });
  const columns = search.columns ?? (known.data === undefined ? undefined : secondAttribute(known.data));
  const answer = useQuery({
    ...crossTabulationQuery({ rows: { attribute: rows }, columns: { attribute: columns ?? rows }, measure }),
    enabled: columns !== undefined,
    placeholderData: keepPreviousData,
  });
  const choices = [...(vocabulary.data?.attributes.values() ?? [])].filter(({ type }) => type !== 'list').map(({ name, label }) => ({ value: name, label }));
  const set = (change: Partial<typeof search>) => void navigate({ search: { ...search, ...change }, replace: true });
  return (
    <InsightsFrame
      tab="crossing"
      actions={
        <>
          <Select label={t('crossing.rows')} data={choices} value={rows} searchable allowDeselect={false} onChange={(next) => set({ rows: next ?? rows })} />
          <Select
            label={t('crossing.columns')}
            data={choices}
            value={columns ?? null}
            searchable
            allowDeselect={false}
            onChange={(next) => set(next === null ? {} : { columns: next })}
          />
          <Select
            label={t('crossing.measure')}
            data={measures.map((value) => ({ value, label: t(`crossing.${value}`) }))}
            value={measure}
            allowDeselect={false}
            onChange={(next) => set({ measure: measures.find((each) => each === next) ?? measure })}
          />
        </>
      }
    >
      <AskedPanel title={t('crossing.title')} answer={answer} height={460}>
        {(data) => <CrossingPanel data={data} />}
      </AskedPanel>
    </InsightsFrame>
  );
}
