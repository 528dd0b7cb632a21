import { Drawer } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './menu-drawer.module.css';
import { Navigation } from './navigation.tsx';

export function MenuDrawer({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation(['shell', 'common']);
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="bottom"
      size="auto"
      classNames={{ content: styles.content ?? '' }}
      title={t('menu')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Navigation full onNavigate={onClose} />
    </Drawer>
  );
}
