import { IconChartDots3 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/empty-state/empty-state.tsx';
import { useFormat } from '../../../components/format/use-format.ts';
import { Panels } from '../../../components/panel/panel.tsx';
import { Asked } from '../../../components/waiting/asked.tsx';
import { OneOf } from '../../insights/frame/one-of.tsx';
import { PredictFrame } from '../frame/predict-frame.tsx';
import { Statistics } from '../frame/statistics.tsx';
import { TrainButton } from '../model/train-button.tsx';
import styles from '../predict.module.css';
import { predictionsQuery } from '../predict-queries.ts';
import { EvidencePanel } from './evidence-panel.tsx';
import { GroupProfile } from './group-profile.tsx';
import { type Groups, groupsQuery } from './groups-queries.ts';
import { MapPanel } from './map-panel.tsx';
import { NotActing } from './not-acting.tsx';
import { SizesPanel } from './sizes-panel.tsx';

const route = getRouteApi('/shell/predict/groups');

/** Groups that nobody defined: where they lie, what sets each apart, why so many, and how each becomes a segment. */
export function GroupsPage() {
  const { t } = useTranslation('predict');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const models = useQuery(predictionsQuery);
  const model = models.data?.items.find((each) => each.model === 'groups');
  const trained = model !== undefined && (model.acting !== null || model.challenger !== null);
  const asked = useQuery({ ...groupsQuery, enabled: trained });
  const untrained = models.data !== undefined && !trained;
  return (
    <PredictFrame
      tab="groups"
      actions={asked.data === undefined ? undefined : <TrainButton model="groups" again />}
      pickers={
        asked.data === undefined ? undefined : (
          <OneOf
            label={t('groups.mapBy')}
            value={search.map}
            choices={(['components', 'neighbours'] as const).map((value) => ({ value, label: t(`groups.by.${value}`) }))}
            onChange={(map) => void navigate({ search: { ...search, map }, replace: true })}
          />
        )
      }
    >
      {untrained ? (
        <EmptyState icon={IconChartDots3} title={t('groups.none')} action={<TrainButton model="groups" again={false} variant="filled" />}>
          {t('groups.noneExplain')}
        </EmptyState>
      ) : (
        <Asked answer={asked} height={520}>
          {(data) => <Found data={data} />}
        </Asked>
      )}
    </PredictFrame>
  );
}

function Found({ data }: { readonly data: Groups }) {
  const { t } = useTranslation('predict');
  const format = useFormat();
  const { group: open } = route.useSearch();
  const { groups, outside } = data;
  return (
    <>
      <p className={styles.sentence}>
        {t('groups.found', { count: groups.length, people: format.count(data.customers), day: format.day(data.as_of) })}{' '}
        {data.natural === false ? t('groups.slices') : null} {outside === 0 ? null : t('groups.outside', { count: outside, formatted: format.count(outside) })}
      </p>
      {data.status === 'approved' ? null : <NotActing version={data.version} />}
      <Panels>
        <MapPanel data={data} />
        <SizesPanel data={data} />
      </Panels>
      <div className={styles.cards}>
        {groups.map((group) => (
          <GroupProfile key={group.number} group={group} acting={data.status === 'approved'} open={group.number === open} />
        ))}
      </div>
      <Statistics>
        <EvidencePanel data={data} />
      </Statistics>
    </>
  );
}
