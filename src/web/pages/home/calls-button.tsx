import { Button } from '@mantine/core';
import { IconPhone } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** Whom to call this week, one step from the first screen also where Predict lies behind the menu. */
export function CallsButton() {
  const { t } = useTranslation('home');
  return (
    <Button component={Link} to="/predict/calls" variant="default" leftSection={<IconPhone size={18} stroke={1.75} aria-hidden />}>
      {t('calls')}
    </Button>
  );
}
