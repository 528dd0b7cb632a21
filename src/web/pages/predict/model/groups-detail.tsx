import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../../components/panel/panel.tsx';

export function GroupsDetail() {
  const { t } = useTranslation('predict');
  return (
    <Panel title={t('title.groups')} finding={t('lead.groups')}>
      <Anchor component={Link} to="/predict/groups">
        {t('groups.open')}
      </Anchor>
    </Panel>
  );
}
