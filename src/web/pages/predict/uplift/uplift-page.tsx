import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Asked } from '../../../components/waiting/asked.tsx';
import { useMayEdit } from '../../segments/may-edit.ts';
import { segmentNamesQuery } from '../forecast/forecast-queries.ts';
import { PredictFrame } from '../frame/predict-frame.tsx';
import { CurvePanel } from './curve-panel.tsx';
import { ExperimentForm } from './experiment-form.tsx';
import { KeepUplift } from './keep-uplift.tsx';
import { KeptPanel } from './kept-panel.tsx';
import { ModelsPanel } from './models-panel.tsx';
import { TenthsPanel } from './tenths-panel.tsx';
import { type Experiment, keptUpliftsQuery, upliftQuery } from './uplift-query.ts';

const route = getRouteApi('/shell/predict/uplift');

/** From an experiment to whom it changes: the effect, how well one can tell whom, and those to treat as a trait. */
export function UpliftPage() {
  const { t } = useTranslation('predict');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data: segments = [] } = useQuery(segmentNamesQuery);
  const kept = useQuery(keptUpliftsQuery);
  const { treated, control, since, outcome, days } = search;
  const experiment =
    treated === undefined || since === undefined ? undefined : { treated, control, since, outcome: outcome ?? `count(orders in last ${days} days) >= 1`, days };
  return (
    <PredictFrame tab="uplift">
      {kept.data === undefined || kept.data.items.length === 0 ? null : <KeptPanel kept={kept.data.items} />}
      <ExperimentForm key={JSON.stringify(search)} asked={search} segments={segments} onAsk={(next) => void navigate({ search: next })} />
      {experiment === undefined ? <p>{t('uplift.unasked')}</p> : <Result key={JSON.stringify(experiment)} experiment={experiment} />}
    </PredictFrame>
  );
}

function Result({ experiment }: { readonly experiment: Experiment }) {
  const mayEdit = useMayEdit();
  const asked = useQuery(upliftQuery(experiment));
  return (
    <Asked answer={asked} height={480}>
      {(data) => (
        <>
          <CurvePanel data={data} />
          {data.tenths.length === 0 ? null : <TenthsPanel data={data} />}
          <ModelsPanel data={data} />
          {mayEdit && data.models.some(({ kind, chosen }) => chosen && kind !== 'none') ? <KeepUplift experiment={experiment} /> : null}
        </>
      )}
    </Asked>
  );
}
