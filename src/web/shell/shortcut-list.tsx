import { Kbd, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { commandKey } from './command-key.ts';
import { useDestinations } from './destinations.ts';
import styles from './shortcut-list.module.css';

/** What `?` shows. */
export function ShortcutList({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['shell', 'common']);
  const rows: readonly (readonly [readonly string[], string])[] = [
    [[`${commandKey()}K`], t('shortcuts.palette')],
    [['?'], t('shortcuts.help')],
    [['Esc'], t('shortcuts.close')],
    ...useDestinations().map(({ letter, page }) => [['g', letter], t('shortcuts.go', { page: t(`pages.${page}`) })] as const),
  ];
  return (
    <Modal opened onClose={onClose} title={t('shortcuts.title')} closeButtonProps={{ 'aria-label': t('common:close') }}>
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
    </Modal>
  );
}
