import { IconCalendarRepeat } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/empty-state/empty-state.tsx';

export function Schedules() {
  const { t } = useTranslation('imports');
  return (
    <EmptyState icon={IconCalendarRepeat} title={t('schedules.emptyTitle')}>
      {t('schedules.empty')}
    </EmptyState>
  );
}
