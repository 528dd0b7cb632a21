import { Button } from '@mantine/core';
import { IconTrendingUp } from '@tabler/icons-react';
import { Link, useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/empty-state/empty-state.tsx';
import { Page } from '../../../components/page/page.tsx';
import { Pickers, tabLook, TabRow } from '../../../components/tab-row/tab-row.tsx';
import { useWorkspace } from '../../../components/use-workspace.ts';
import { type PredictTab, predictTabs } from './predict-tabs.ts';

type Props = {
  readonly tab: PredictTab;
  /** In place of the tab's own name and lead. */
  readonly title?: ReactNode;
  readonly lead?: ReactNode;
  /** Beside the title. */
  readonly actions?: ReactNode;
  /** Pickers of what is shown. */
  readonly pickers?: ReactNode;
  readonly children: ReactNode;
};

/** What the parts of Predict have in common. */
export function PredictFrame({ tab, title, lead, actions, pickers, children }: Props) {
  const { t } = useTranslation('predict');
  const { empty } = useWorkspace();
  return (
    <Page title={title ?? t(`title.${tab}`)} lead={lead ?? t(`lead.${tab}`)} actions={empty ? undefined : actions}>
      <TabRow label={t('label')} open={tab}>
        {predictTabs.map(({ name, to }) => (
          <li key={name}>
            <Link
              to={to}
              className={tabLook}
              activeOptions={{ exact: true, includeSearch: false }}
              activeProps={{ 'aria-current': 'page' }}
              {...(name === tab ? { 'aria-current': 'page' as const } : {})}
            >
              {t(`tab.${name}`)}
            </Link>
          </li>
        ))}
      </TabRow>
      {empty || pickers === undefined ? null : <Pickers>{pickers}</Pickers>}
      {empty ? <NoData /> : children}
    </Page>
  );
}

function NoData() {
  const { t } = useTranslation('predict');
  const router = useRouter();
  const known: Readonly<Record<string, unknown>> = router.routesByPath;
  const start = ['/start', '/imports/new'].find((path) => path in known);
  return (
    <EmptyState
      icon={IconTrendingUp}
      title={t('noData.title')}
      action={start === undefined ? undefined : <Button onClick={() => router.history.push(start)}>{t('noData.begin')}</Button>}
    >
      {t('noData.explain')}
    </EmptyState>
  );
}
