import { Button } from '@mantine/core';
import { IconChartDots3 } from '@tabler/icons-react';
import { Link, useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/empty-state/empty-state.tsx';
import { Page } from '../../../components/page/page.tsx';
import { Pickers, tabLook, TabRow } from '../../../components/tab-row/tab-row.tsx';
import { useWorkspace } from '../../../components/use-workspace.ts';
import { insightTabs } from './insight-tabs.ts';

type Props = {
  readonly tab: (typeof insightTabs)[number]['name'];
  /** Pickers of what is shown. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

/** What the parts of Insights have in common: one row of questions, and the one that is asked. */
export function InsightsFrame({ tab, actions, children }: Props) {
  const { t } = useTranslation('insights');
  const { empty } = useWorkspace();
  return (
    <Page title={tab === 'overview' ? t('title') : t(`tab.${tab}`)} lead={t(`lead.${tab}`)}>
      <TabRow label={t('title')} open={tab}>
        {insightTabs.map(({ name, to }) => (
          <li key={name}>
            <Link to={to} className={tabLook} activeOptions={{ exact: true, includeSearch: false }} activeProps={{ 'aria-current': 'page' }}>
              {t(`tab.${name}`)}
            </Link>
          </li>
        ))}
      </TabRow>
      {empty || actions === undefined ? null : <Pickers>{actions}</Pickers>}
      {empty ? <Nothing /> : children}
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
