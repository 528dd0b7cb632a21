import { useDisclosure } from '@mantine/hooks';
import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspaceEvents } from '../api/workspace-events.ts';
import { useTourStep } from '../pages/start/tour/tour-state.ts';
import { AsOfBar } from './as-of/as-of-bar.tsx';
import { BottomBar } from './bottom-bar.tsx';
import { MenuDrawer } from './menu-drawer.tsx';
import { Navigation } from './navigation.tsx';
import styles from './shell.module.css';
import { TopBar } from './top-bar.tsx';
import { usePageFocus } from './use-page-focus.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { useSignedOut } from './use-signed-out.ts';

const Palette = lazy(() => import('./palette/palette.tsx').then((module) => ({ default: module.Palette })));
const Tour = lazy(() => import('../pages/start/tour/tour.tsx').then((module) => ({ default: module.Tour })));
const DayDialog = lazy(() => import('./as-of/day-dialog.tsx').then((module) => ({ default: module.DayDialog })));
const HelpPanel = lazy(() => import('./help/help-panel.tsx').then((module) => ({ default: module.HelpPanel })));

/** What stands around every page: navigation at the left, the bar on top; on a phone a bar at the bottom and a drawer. */
export function Shell() {
  const { t } = useTranslation('shell');
  const [palette, { open: openPalette, close: closePalette }] = useDisclosure(false);
  const [list, { open: openList, close: closeList }] = useDisclosure(false);
  const [menu, { open: openMenu, close: closeMenu }] = useDisclosure(false);
  const [day, { open: openDay, close: closeDay }] = useDisclosure(false);
  const touring = useTourStep() !== undefined;
  useShortcuts({ openPalette, openList });
  usePageFocus();
  useWorkspaceEvents();
  useSignedOut();

  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#page" data-print="hide">
        {t('skip')}
      </a>
      <TopBar onSearch={openPalette} onHelp={openList} onDay={openDay} />
      <aside className={styles.side}>
        <Navigation />
      </aside>
      <main id="page" className={styles.main} tabIndex={-1}>
        <AsOfBar />
        <Outlet />
      </main>
      <BottomBar onMenu={openMenu} />
      <MenuDrawer opened={menu} onClose={closeMenu} />
      <Suspense fallback={null}>
        {palette ? <Palette onClose={closePalette} onShortcuts={openList} onDay={openDay} /> : null}
        {day ? <DayDialog onClose={closeDay} /> : null}
        {touring ? <Tour /> : null}
        {list ? <HelpPanel onClose={closeList} /> : null}
      </Suspense>
    </div>
  );
}
