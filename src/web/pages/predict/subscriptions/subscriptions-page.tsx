import { Button, NumberInput, Select } from '@mantine/core';
import { IconRepeat } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { vocabularyQuery } from '../../../api/vocabulary.ts';
import { EmptyState } from '../../../components/empty-state/empty-state.tsx';
import { Panels } from '../../../components/panel/panel.tsx';
import { Asked } from '../../../components/waiting/asked.tsx';
import { PredictFrame } from '../frame/predict-frame.tsx';
import { ApartPanel } from './apart-panel.tsx';
import { askedSplit, ByPicker } from './by-picker.tsx';
import { targetsQuery } from '../predict-queries.ts';
import { CancelPanel, WhoLeaves } from './cancel-panel.tsx';
import { ComingPanel } from './coming-panel.tsx';
import { HazardsPanel } from './hazards-panel.tsx';
import { LastingPanel } from './lasting-panel.tsx';
import { type LastingAsked, lastingQuery } from './subscriptions-query.ts';

const route = getRouteApi('/shell/predict/subscriptions');

/** How long subscriptions last, what makes them end, and who will cancel. */
export function SubscriptionsPage() {
  const { t } = useTranslation('predict');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data: vocabulary } = useQuery(vocabularyQuery);
  const events = vocabulary?.events ?? [];
  const targets = useQuery(targetsQuery);
  const pairs = targets.data?.memberships ?? [];
  const [first, ...others] = pairs;
  const start = search.start ?? first?.begins;
  const end = search.end ?? first?.ends;
  const rest = search.start === undefined && search.end === undefined ? others : pairs.filter(({ begins, ends }) => begins !== start || ends !== end);
  const { renewal, term, by, date } = search;
  const asked = start === undefined || end === undefined ? undefined : { start, end, renewal, term, ...askedSplit({ by, date }) };
  const pick = (name: 'start' | 'end' | 'renewal', value: string | undefined) => (
    <Select
      label={t(`subscriptions.${name}`)}
      placeholder={t(`subscriptions.${name}Hint`)}
      data={[...new Set([...(value === undefined ? [] : [value]), ...events])]}
      value={value ?? null}
      searchable
      clearable={name === 'renewal'}
      onChange={(next) => void navigate({ search: { ...search, [name]: next ?? undefined }, replace: true })}
    />
  );
  return (
    <PredictFrame
      tab="subscriptions"
      pickers={
        <>
          {pick('start', start)}
          {pick('end', end)}
          {pick('renewal', renewal)}
          {rest.slice(0, 3).map(({ begins, ends }) => (
            <Button
              key={`${begins} ${ends}`}
              variant="subtle"
              onClick={() => void navigate({ search: { ...search, start: begins, end: ends, by: undefined, date: undefined }, replace: true })}
            >
              {t('subscriptions.take', { start: begins, end: ends })}
            </Button>
          ))}
          {renewal === undefined ? null : (
            <NumberInput
              label={t('subscriptions.term')}
              min={1}
              max={1100}
              value={term}
              onChange={(next) => void navigate({ search: { ...search, term: Math.max(1, Math.round(Number(next))) }, replace: true })}
            />
          )}
          {asked === undefined ? null : (
            <Choices asked={asked} by={by} date={date} onChange={(split) => void navigate({ search: { ...search, ...split }, replace: true })} />
          )}
        </>
      }
    >
      {asked === undefined ? (
        // Which events there are to begin with is known with the answer: nobody is asked before.
        <Asked answer={targets} height={420}>
          {() => (
            <EmptyState icon={IconRepeat} title={t('subscriptions.none')}>
              {t('subscriptions.noneExplain')}
            </EmptyState>
          )}
        </Asked>
      ) : (
        <Result asked={asked} />
      )}
    </PredictFrame>
  );
}

/** What they can be split by is known with the answer. */
function Choices({ asked, ...split }: { readonly asked: LastingAsked } & Omit<Parameters<typeof ByPicker>[0], 'choices'>) {
  const { data } = useQuery(lastingQuery(asked));
  return data === undefined || data.subscriptions === 0 ? null : <ByPicker {...split} choices={data.choices} />;
}

function Result({ asked }: { readonly asked: LastingAsked }) {
  const answer = useQuery(lastingQuery(asked));
  const targets = useQuery(targetsQuery);
  return (
    <Asked answer={answer} height={420}>
      {(data) => (
        <Panels>
          <LastingPanel data={data} />
          {data.by === null ? null : <ApartPanel by={data.by} />}
          {data.hazards === null ? null : <HazardsPanel hazards={data.hazards} />}
          {data.to_come === null ? null : <ComingPanel coming={data.to_come} />}
          {data.ended === 0 ? null : targets.data?.lives_by === asked.end ? <WhoLeaves /> : <CancelPanel start={asked.start} end={asked.end} />}
        </Panels>
      )}
    </Asked>
  );
}
