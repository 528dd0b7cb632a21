import { Button } from '@mantine/core';
import { IconSchool } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/empty-state/empty-state.tsx';
import { Asked } from '../../../components/waiting/asked.tsx';
import { OneOf } from '../../insights/frame/one-of.tsx';
import { PredictFrame } from '../frame/predict-frame.tsx';
import { cardQuery, modelQuery, type OneModel } from '../predict-queries.ts';
import { modelTabs } from '../predict-search.ts';
import { BacktestTab } from './backtest-tab.tsx';
import { CardTab } from './card-tab.tsx';
import { Decision } from './decision.tsx';
import { NewerWaits } from './newer-waits.tsx';
import { PeopleTab } from './people-tab.tsx';
import { RunningJob } from './running-job.tsx';
import { TrainButton } from './train-button.tsx';
import { VersionsTab } from './versions-tab.tsx';

const route = getRouteApi('/shell/predict/models/$model');

/** One model: its card, its people, its back-test, its versions. */
export function ModelPage() {
  const { t } = useTranslation('predict');
  const { model } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const asked = useQuery(modelQuery(model));
  const found = asked.data;
  const trained = found !== undefined && found.versions.length > 0;
  return (
    <PredictFrame
      tab="models"
      title={found?.summary.title ?? model}
      lead={found === undefined || found.summary.question === found.summary.title ? '' : found.summary.question}
      actions={trained ? <TrainButton model={model} again /> : undefined}
      pickers={
        trained ? (
          <OneOf
            label={t('model.parts')}
            value={search.show}
            choices={modelTabs.map((value) => ({ value, label: t(`model.tab.${value}`) }))}
            onChange={(show) => void navigate({ search: { ...search, show }, replace: true })}
          />
        ) : undefined
      }
    >
      <Asked answer={asked} height={420}>
        {(data) => (
          <>
            {data.summary.job === null ? null : <RunningJob id={data.summary.job} />}
            {data.versions.length === 0 ? <Untrained model={data} /> : <Trained model={data} />}
          </>
        )}
      </Asked>
    </PredictFrame>
  );
}

function Trained({ model }: { readonly model: OneModel }) {
  const { show, version } = route.useSearch();
  const name = model.summary.model;
  const card = useQuery(cardQuery(name, version));
  if (show === 'people') return <PeopleTab model={model.summary} />;
  if (show === 'versions') return <VersionsTab model={model} />;
  return (
    <Asked answer={card} height={420}>
      {(data) => (
        <>
          <Decision card={data} />
          {data.status === 'approved' && model.summary.challenger !== null ? <NewerWaits newer={model.summary.challenger} /> : null}
          {show === 'card' ? <CardTab card={data} /> : <BacktestTab card={data} />}
        </>
      )}
    </Asked>
  );
}

function Untrained({ model: { summary } }: { readonly model: OneModel }) {
  const { t } = useTranslation('predict');
  return (
    <EmptyState
      icon={IconSchool}
      title={t('model.untrained')}
      action={summary.job === null ? <TrainButton model={summary.model} again={false} variant="filled" /> : <Button disabled>{t('train.running')}</Button>}
    >
      {t('model.untrainedExplain')}
    </EmptyState>
  );
}
