import { Button, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AskedPanel } from '../../../components/panel/asked-panel.tsx';
import { Panel } from '../../../components/panel/panel.tsx';
import { segmentNamesQuery } from '../../predict/forecast/forecast-queries.ts';
import { InsightsFrame } from '../frame/insights-frame.tsx';
import { AlikePanel } from './alike-panel.tsx';
import { alikeQuery, apartQuery } from './apart-query.ts';
import { DifferencesPanel } from './differences-panel.tsx';

const route = getRouteApi('/shell/insights/apart');

/** What sets a segment apart from another or from everybody else, and who is like its members. */
export function ApartPage() {
  const { t } = useTranslation('insights');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data: segments = [] } = useQuery(segmentNamesQuery);
  const a = search.a ?? segments[0]?.slug;
  const { b } = search;
  const choices = segments.map(({ slug, name }) => ({ value: slug, label: name }));
  const asked = useQuery({ ...apartQuery(a ?? '', b), enabled: a !== undefined });
  return (
    <InsightsFrame
      tab="apart"
      actions={
        <>
          <Select
            label={t('apart.segment')}
            data={choices}
            value={a ?? null}
            searchable
            allowDeselect={false}
            onChange={(next) => void navigate({ search: { ...search, a: next ?? undefined }, replace: true })}
          />
          <Select
            label={t('apart.against')}
            placeholder={t('apart.everybody')}
            data={choices.filter(({ value }) => value !== a)}
            value={b ?? null}
            searchable
            clearable
            onChange={(next) => void navigate({ search: { ...search, b: next ?? undefined }, replace: true })}
          />
        </>
      }
    >
      {a === undefined ? null : (
        <>
          <AskedPanel title={t('tab.apart')} answer={asked} height={420}>
            {(data) => <DifferencesPanel data={data} />}
          </AskedPanel>
          <LookAlikes key={a} segment={a} />
        </>
      )}
    </InsightsFrame>
  );
}

/** Learning who is alike takes seconds: only on request. */
function LookAlikes({ segment }: { readonly segment: string }) {
  const { t } = useTranslation('insights');
  const [wanted, setWanted] = useState(false);
  const asked = useQuery({ ...alikeQuery(segment), enabled: wanted });
  if (!wanted)
    return (
      <Panel title={t('alike.title')} finding={t('alike.ask')}>
        <div>
          <Button variant="default" onClick={() => setWanted(true)}>
            {t('alike.find')}
          </Button>
        </div>
      </Panel>
    );
  return (
    <AskedPanel title={t('alike.title')} answer={asked} height={320}>
      {(data) => <AlikePanel segment={segment} data={data} />}
    </AskedPanel>
  );
}
