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

  useEffect(() => {
    let stop = (): void => undefined;
    const end = router.subscribe('onRendered', ({ pathChanged, fromLocation }) => {
      if (!pathChanged || fromLocation === undefined) return;
      stop();
      stop = focusHeading();
    });
    return () => {
      end();
      stop();
    };
  }, [router]);
}

/** So long a page may wait for its data, or the one before may stand a moment longer, before its heading is there. */
const longestWait = 5000;

/**
 * Keeps the focus on the page's heading while the page comes to stand: it may not be there yet, and the one of the page before may be. Whoever has gone elsewhere
 * meanwhile, or stands in what goes along from page to page, is left alone.
 */
function focusHeading(): () => void {
  let held = document.activeElement;
  if (held !== null && held.closest('[data-keeps-focus]') !== null) return () => undefined;
  const focus = (): void => {
    const heading = document.querySelector<HTMLElement>('[data-page-heading]');
    if (heading === null) return;
    heading.focus({ preventScroll: true });
    held = heading;
  };
  const stop = (): void => {
    observer.disconnect();
    clearTimeout(timer);
  };
  const observer = new MutationObserver(() => {
    const { activeElement } = document;
    if (activeElement === held && held?.isConnected === true && held.matches('[data-page-heading]')) return;
    if (activeElement === held || activeElement === document.body) focus();
    else stop();
  });
  const timer = setTimeout(stop, longestWait);
  focus();
  observer.observe(document.body, { childList: true, subtree: true });
  return stop;
}
