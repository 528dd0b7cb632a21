import { Button } from '@mantine/core';
import { IconChartDots3 } from '@tabler/icons-react';
import { Link, useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/empty-state/empty-state.tsx';
import { Page } from '../../../components/page/page.tsx';
import { Pickers, tabLook, TabRow } from '../../../components/tab-row/tab-row.tsx';
import { useWorkspace } from '../../../components/use-workspace.ts';
import { groupOf, insightGroups, type InsightTab } from './insight-tabs.ts';

type Props = {
  readonly tab: InsightTab['name'];
  /** Pickers of what is shown. */
  readonly actions?: ReactNode;
  /** There is something to show although no customer is known: reviews that name nobody. */
  readonly told?: boolean;
  readonly children: ReactNode;
};

/** What the parts of Insights have in common: a row of questions, and under it the ways to answer the one that is asked. */
export function InsightsFrame({ tab, actions, told = false, children }: Props) {
  const { t } = useTranslation('insights');
  const { empty } = useWorkspace();
  const nothing = empty && !told;
  const group = groupOf(tab);
  return (
    <Page title={tab === 'overview' ? t('title') : t(`tab.${tab}`)} lead={t(`lead.${tab}`)}>
      <div>
        <TabRow label={t('title')} open={group.group}>
          {insightGroups.map(({ group: each, tabs }) => (
            <li key={each}>
              {/* A question leads to the first of its answers. */}
              <Link
                to={tabs[0].to}
                className={tabLook}
                activeOptions={{ exact: true, includeSearch: false }}
                {...(each === group.group ? { 'aria-current': true } : {})}
              >
                {t(`group.${each}`)}
              </Link>
            </li>
          ))}
        </TabRow>
        <TabRow label={t(`group.${group.group}`)} open={tab}>
          {group.tabs.map(({ name, to }) => (
            <li key={name}>
              <Link to={to} className={tabLook} activeOptions={{ exact: true, includeSearch: false }} activeProps={{ 'aria-current': 'page' }}>
                {t(`tab.${name}`)}
              </Link>
            </li>
          ))}
        </TabRow>
      </div>
      {nothing || actions === undefined ? null : <Pickers>{actions}</Pickers>}
      {nothing ? <Nothing /> : children}
    </Page>
  );
}

function Nothing() {
  const { t } = useTranslation('insights');
  const router = useRouter();
  const known: Readonly<Record<string, unknown>> = router.routesByPath;
  const start = ['/start', '/imports/new'].find((path) => path in known);
  return (
    <EmptyState
      icon={IconChartDots3}
      title={t('empty.title')}
      action={start === undefined ? undefined : <Button onClick={() => router.history.push(start)}>{t('empty.begin')}</Button>}
    >
      {t('empty.explain')}
    </EmptyState>
  );
}
