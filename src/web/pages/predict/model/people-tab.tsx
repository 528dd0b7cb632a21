import { Anchor, NumberInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { RangeBar } from '../../../components/estimate/range-bar.tsx';
import { useFormat } from '../../../components/format/use-format.ts';
import { GroupActions } from '../../../components/group/group-actions.tsx';
import { Panel } from '../../../components/panel/panel.tsx';
import type { Column } from '../../../components/table/column.ts';
import { DataTable } from '../../../components/table/data-table.tsx';
import { Asked } from '../../../components/waiting/asked.tsx';
import { OneOf } from '../../insights/frame/one-of.tsx';
import { type Prediction, type Scored, scoredQuery } from '../predict-queries.ts';
import styles from '../predict.module.css';

const route = getRouteApi('/shell/predict/models/$model');
type Row = Scored['items'][number];
/** Of the reasons of one customer; all stand on their page. */
const most = 2;

/** Customers by what the model says of them, with why; whoever is above a limit can become a segment. */
export function PeopleTab({ model }: { readonly model: Prediction }) {
  const { t } = useTranslation('predict');
  if (model.acting === null) return <p className={styles.sentence}>{t('people.notActing')}</p>;
  if (model.kind === 'value')
    return (
      <p className={styles.sentence}>
        {t('people.value')}{' '}
        <Anchor component={Link} to="/predict/calls" inherit underline="always">
          {t('title.calls')}
        </Anchor>
      </p>
    );
  if (model.kind === 'groups')
    return (
      <Anchor component={Link} to="/predict/groups">
        {t('groups.open')}
      </Anchor>
    );
  if (model.kind !== 'classifier') return <p className={styles.sentence}>{t('people.onProfiles')}</p>;
  return <ScoredPeople model={model} />;
}

function ScoredPeople({ model }: { readonly model: Prediction }) {
  const { t } = useTranslation('predict');
  const format = useFormat();
  // Of a question of one's own the likeliest are looked for; of those that come with the program, where most is at stake.
  const { sort = model.definition === null ? 'stake' : 'score', least = 0 } = route.useSearch();
  const navigate = route.useNavigate();
  const asked = useInfiniteQuery(scoredQuery(model.model, { sort, least, most: 1 }));
  const columns = useMemo<readonly Column<Row>[]>(
    () => [
      {
        id: 'customer',
        header: t('calls.customer'),
        primary: true,
        cell: ({ customer }) => (
          <Anchor component={Link} to={`/customers/${customer.profile}`} inherit>
            {customer.name ?? customer.email ?? customer.customer_id ?? `#${customer.profile}`}
          </Anchor>
        ),
      },
      {
        id: 'probability',
        header: t('people.probability'),
        cell: ({ probability, low, high }) => (
          <div className={styles.chance}>
            <span className={styles.number}>{format.share(probability)}</span>{' '}
            <span className={styles.contact}>{`${format.share(low)} – ${format.share(high)}`}</span>
            <RangeBar low={low} expected={probability} high={high} most={1} />
          </div>
        ),
      },
      { id: 'stake', header: t('people.stake'), align: 'right', cell: ({ at_stake: stake }) => (stake === null ? '–' : format.money(stake)) },
      {
        id: 'why',
        header: t('calls.why'),
        cell: ({ reasons }) => (
          <ul className={styles.reasons}>
            {reasons.slice(0, most).map(({ column, sentence }) => (
              <li key={column}>{sentence}</li>
            ))}
          </ul>
        ),
      },
    ],
    [format, t],
  );
  const trait = model.traits[0];
  const limit = Math.round(least * 100) / 100;
  return (
    <Asked answer={asked} height={420}>
      {({ pages }) => {
        const rows = pages.flatMap(({ items }) => items);
        const total = pages[0]?.total ?? 0;
        const title = t('people.segment', { question: model.title, share: format.share(limit) });
        return (
          <Panel
            title={t('people.title')}
            finding={
              limit === 0
                ? t('people.all', { count: total, formatted: format.count(total) })
                : t('people.finding', { count: total, formatted: format.count(total), share: format.share(limit) })
            }
            how={t('people.how')}
            makeSegment={
              trait === undefined ? undefined : <GroupActions group={{ title, people: total, expression: `${trait} >= ${limit}`, segmentName: title }} />
            }
          >
            <div className={styles.fields}>
              <OneOf
                label={t('people.sort')}
                value={sort}
                choices={(['score', 'stake'] as const).map((value) => ({ value, label: t(`people.by.${value}`) }))}
                onChange={(next) => void navigate({ search: (before) => ({ ...before, sort: next }), replace: true })}
              />
              <NumberInput
                label={t('people.least')}
                value={Math.round(limit * 100)}
                min={0}
                max={100}
                step={5}
                suffix="%"
                w={140}
                onChange={(value) =>
                  void navigate({ search: (before) => ({ ...before, least: Math.min(1, Math.max(0, Number(value) / 100)) || undefined }), replace: true })
                }
              />
            </div>
            <DataTable
              label={t('people.title')}
              columns={columns}
              rows={rows}
              rowId={({ customer }) => String(customer.profile)}
              total={total}
              onMore={asked.hasNextPage ? () => void asked.fetchNextPage() : undefined}
              fetchingMore={asked.isFetchingNextPage}
            />
          </Panel>
        );
      }}
    </Asked>
  );
}
