import { Drawer } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Navigation } from './navigation.tsx';

export function MenuDrawer({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation(['shell', 'common']);
  return (
    <Drawer opened={opened} onClose={onClose} position="bottom" size="auto" title={t('menu')} closeButtonProps={{ 'aria-label': t('common:close') }}>
      <Navigation full onNavigate={onClose} />
    </Drawer>
  );
}
