import { IconUsersGroup } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state/empty-state.tsx';
import { Page } from '../../components/page/page.tsx';

export function HomePage() {
  const { t } = useTranslation('home');
  return (
    <Page title={t('title')}>
      <EmptyState icon={IconUsersGroup} title={t('empty.title')}>
        {t('empty.explain')}
      </EmptyState>
    </Page>
  );
}
