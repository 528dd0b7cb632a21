import { Button } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state/empty-state.tsx';
import { MovesFeed } from '../../components/moves/moves-feed.tsx';
import { NewNotices } from '../../components/notices/new-notices.tsx';
import { Page } from '../../components/page/page.tsx';
import { Panels } from '../../components/panel/panel.tsx';
import { PeriodPicker } from '../../components/period/period-picker.tsx';
import { useWorkspace } from '../../components/use-workspace.ts';
import { ConcentrationPanel } from '../insights/concentration/concentration-panel.tsx';
import { RfmPanel } from '../insights/rfm/rfm-panel.tsx';
import { CallsButton } from './calls-button.tsx';
import { EndsLongAgo } from './ends-long-ago.tsx';
import { GoalCard } from './goal-card.tsx';
import { HomeFigures } from './home-figures.tsx';
import { LifecyclePanel } from './lifecycle-panel.tsx';
import { NextStepsPanel } from './next-steps-panel.tsx';
import { comparisonOf, rangeOf } from './range-of.ts';
import { ReportButton } from './report-button.tsx';
import { RhythmCard } from './rhythm-card.tsx';
import { WhatChangedPanel } from './what-changed-panel.tsx';

const route = getRouteApi('/shell/');

/** How the business does, and the three things worth doing next. */
export function HomePage() {
  const { t } = useTranslation('home');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { asOf, empty, zone } = useWorkspace();
  if (empty || asOf === null) return <EmptyHome />;
  const range = rangeOf(search.period, asOf, zone);
  return (
    <Page
      title={t('title')}
      actions={
        <>
          <PeriodPicker value={search} onChange={(next) => void navigate({ search: next, replace: true })} />
          <CallsButton />
          <ReportButton />
        </>
      }
    >
      <EndsLongAgo />
      <HomeFigures range={range} compare={comparisonOf(search.period, search.compare)} />
      <NewNotices />
      <GoalCard />
      <MovesFeed />
      <RhythmCard />
      <NextStepsPanel />
      <Panels>
        <LifecyclePanel range={range} />
        <RfmPanel across="frequency" />
        <ConcentrationPanel />
        <WhatChangedPanel />
      </Panels>
    </Page>
  );
}

function EmptyHome() {
  const { t } = useTranslation('home');
  const router = useRouter();
  const known: Readonly<Record<string, unknown>> = router.routesByPath;
  const start = ['/start', '/imports/new'].find((path) => path in known);
  return (
    <Page title={t('title')}>
      <EmptyState
        icon={IconUsersGroup}
        title={t('empty.title')}
        action={start === undefined ? undefined : <Button onClick={() => router.history.push(start)}>{t('empty.begin')}</Button>}
      >
        {t('empty.explain')}
      </EmptyState>
    </Page>
  );
}
