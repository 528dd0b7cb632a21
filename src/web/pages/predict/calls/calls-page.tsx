import { Anchor, Button } from '@mantine/core';
import { IconPhone } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { OneOf } from '../../insights/frame/one-of.tsx';
import { GroupActions } from '../../../components/group/group-actions.tsx';
import { useFormat } from '../../../components/format/use-format.ts';
import { Panel } from '../../../components/panel/panel.tsx';
import { Asked } from '../../../components/waiting/asked.tsx';
import { PredictFrame } from '../frame/predict-frame.tsx';
import { LearnHere } from '../model/learn-here.tsx';
import { type CallList, callsQuery } from '../predict-queries.ts';
import styles from '../predict.module.css';
import { CallEntry } from './call-entry.tsx';
import { Meanwhile } from './meanwhile.tsx';

const route = getRouteApi('/shell/predict/calls');
const more = 20;

/** Whom to call this week, why, and how sure that is. */
export function CallsPage() {
  const { t } = useTranslation('predict');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const answer = useQuery({ ...callsQuery(search), placeholderData: (before) => before });
  const choices = (['any', 'phone', 'email'] as const).map((value) => ({ value, label: t(`calls.reach.${value}`) }));
  return (
    <PredictFrame
      tab="calls"
      pickers={
        <OneOf
          label={t('calls.reach.label')}
          value={search.reach}
          choices={choices}
          onChange={(reach) => void navigate({ search: { ...search, reach }, replace: true })}
        />
      }
    >
      <Asked answer={answer} height={480}>
        {(data) =>
          data.ready ? (
            <Calls
              data={data}
              onMore={
                data.items.length < Math.min(data.overdue - data.gone, 100)
                  ? () => void navigate({ search: { ...search, limit: Math.min(100, search.limit + more) }, replace: true })
                  : undefined
              }
            />
          ) : (
            <>
              <LearnHere model="value" icon={IconPhone} title={t('calls.notReady')}>
                {t('calls.notReadyExplain')}
              </LearnHere>
              <Meanwhile />
            </>
          )
        }
      </Asked>
    </PredictFrame>
  );
}

function Calls({ data, onMore }: { readonly data: CallList; readonly onMore: (() => void) | undefined }) {
  const { t } = useTranslation('predict');
  const format = useFormat();
  const { items, expression, model } = data;
  // The model that the reasons go by, so that one table does not say two things of one customer.
  const known = items.find(({ order }) => order !== null)?.order ?? null;
  const leaving = items.find((call) => call.leaving !== null)?.leaving ?? null;
  const chanceHeader = (): string => {
    if (leaving !== null) return t('calls.leaves', { count: leaving.days, formatted: format.count(leaving.days) });
    return known === null ? t('calls.returns') : t('calls.orders', { count: known.days, formatted: format.count(known.days) });
  };
  const most = Math.max(0, ...items.map(({ value_12m: { high } }) => high));
  return (
    <Panel
      title={t('title.calls')}
      finding={data.sentence}
      how={data.how}
      table={{
        columns: [
          { header: t('calls.customer') },
          { header: t('calls.phone') },
          { header: t('calls.email') },
          { header: t('calls.atStake'), format: format.money },
          { header: t('calls.expected'), format: format.money },
          { header: t('calls.low'), format: format.money },
          { header: t('calls.high'), format: format.money },
          { header: chanceHeader(), format: format.share },
          { header: t('calls.why') },
        ],
        rows: items.map((call) => [
          nameOf(call),
          call.phone,
          call.email,
          call.at_stake,
          call.value_12m.expected,
          call.value_12m.low,
          call.value_12m.high,
          call.leaving?.probability ?? (known === null ? call.return_90d : (call.order?.probability ?? null)),
          [...call.reasons, ...(call.opening === null ? [] : [call.opening])].join(' '),
        ]),
      }}
    >
      {items.length === 0 ? null : (
        <p className={styles.muted}>
          <strong>{t('calls.stakeAsked')}</strong> {data.asks === 'leaving' ? t('calls.stakeLeaving') : t('calls.stakeIs')}
        </p>
      )}
      <p className={styles.muted}>
        <strong>{t('calls.howSure')}</strong> {data.trust ?? t('calls.notTested')} {t('calls.unknown')}{' '}
        {model === null ? null : (
          <Anchor component={Link} to={`/predict/models/${model.model}`} inherit underline="always">
            {t('calls.card')}
          </Anchor>
        )}
      </p>
      {items.length === 0 ? null : <GroupActions group={{ title: t('calls.segment'), people: items.length, expression, segmentName: t('calls.segment') }} />}
      <ol className={styles.list}>
        {items.map((call, index) => (
          <CallEntry key={call.profile} call={call} place={index + 1} most={most} />
        ))}
      </ol>
      {onMore === undefined ? null : (
        <div>
          <Button variant="default" size="xs" onClick={onMore}>
            {t('calls.more')}
          </Button>
        </div>
      )}
    </Panel>
  );
}

const nameOf = ({ name, email, customer_id, profile }: CallList['items'][number]): string => name ?? email ?? customer_id ?? `#${profile}`;
