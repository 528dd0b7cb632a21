import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../../components/page/page.tsx';
import { ProblemBox } from '../../components/problem/problem-box.tsx';

/** Stands in for a page that failed; the navigation around it stays. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation('common');
  const router = useRouter();
  const queries = useQueryErrorResetBoundary();
  const retry = () => {
    queries.reset();
    reset();
    void router.invalidate();
  };
  return (
    <Page title={t('problem.title')}>
      <ProblemBox error={error} onRetry={retry} />
    </Page>
  );
}
