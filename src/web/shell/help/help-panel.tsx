import { Anchor, Drawer, Kbd } from '@mantine/core';
import { useRouterState } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { loadTexts } from '../../texts/start-texts.ts';
import { commandKey } from '../command-key.ts';
import { useDestinations } from '../destinations.ts';
import styles from './help-panel.module.css';
import { helpFor } from './screens.ts';

/** What `?` and the button show: this screen, its page of the manual, and the keyboard. */
export function HelpPanel({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['shell', 'common']);
  const [ready, setReady] = useState(false);
  useEffect(() => {
    void loadTexts('help').then(() => setReady(true));
  }, []);
  return (
    <Drawer opened onClose={onClose} position="right" title={t('help')} closeButtonProps={{ 'aria-label': t('common:close') }}>
      {ready ? <AboutScreen /> : null}
      <h2 className={styles.title}>{t('shortcuts.title')}</h2>
      <Shortcuts />
    </Drawer>
  );
}

function AboutScreen() {
  const { t } = useTranslation('help');
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const { key, manual } = helpFor(path);
  return (
    <>
      <h2 className={styles.title}>{t('shows')}</h2>
      <p className={styles.text}>{t(`about.${key}.shows`)}</p>
      <h2 className={styles.title}>{t('computed')}</h2>
      <p className={styles.text}>{t(`about.${key}.computed`)}</p>
      <p className={styles.text}>
        <Anchor inherit href={`/manual/${manual}`} target="_blank" rel="noreferrer">
          {t('manual')}
        </Anchor>{' '}
        ·{' '}
        <Anchor inherit href="/manual/README.md" target="_blank" rel="noreferrer">
          {t('wholeManual')}
        </Anchor>
      </p>
    </>
  );
}

function Shortcuts() {
  const { t } = useTranslation('shell');
  const rows: readonly (readonly [readonly string[], string])[] = [
    [[`${commandKey()}K`], t('shortcuts.palette')],
    [['?'], t('shortcuts.help')],
    [['Esc'], t('shortcuts.close')],
    ...useDestinations().map(({ letter, page }) => [['g', letter], t('shortcuts.go', { page: t(`pages.${page}`) })] as const),
  ];
  return (
    <dl className={styles.list}>
      {rows.map(([keys, does]) => (
        <div key={does} className={styles.row}>
          <dt>{does}</dt>
          <dd>
            {keys.map((name, index) => (
              <span key={name}>
                {index > 0 ? <span className={styles.then}>{t('shortcuts.then')}</span> : null}
                <Kbd>{name}</Kbd>
              </span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
