import { useMatches, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../components/use-workspace.ts';

/** After navigation the window is named after the page, and the focus moves to its heading; changes of the address alone move nothing. */
export function usePageFocus(): void {
  const { t } = useTranslation('shell');
  const router = useRouter();
  const { name } = useWorkspace();
  const title = useMatches({ select: (matches) => matches.at(-1)?.staticData.title });

  useEffect(() => {
    document.title = title === undefined ? t('product') : t('pageTitle', { page: t(`pages.${title}`), workspace: name === '' ? t('product') : name });
  }, [title, name, t]);

  useEffect(
    () =>
      router.subscribe('onRendered', ({ pathChanged, fromLocation }) => {
        if (pathChanged && fromLocation !== undefined) document.querySelector<HTMLElement>('[data-page-heading]')?.focus({ preventScroll: true });
      }),
    [router],
  );
}
