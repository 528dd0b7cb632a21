import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../../components/page/page.tsx';

export function NotFoundPage() {
  const { t } = useTranslation('common');
  return (
    <Page title={t('notFound.title')} lead={t('notFound.explain')}>
      <Anchor component={Link} to="/">
        {t('notFound.home')}
      </Anchor>
    </Page>
  );
}
