import { TabList } from '../../components/tab-row/tab-list.tsx';
import { Tabs } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../../components/page/page.tsx';
import { usePerson } from '../../components/use-workspace.ts';
import { type ActPart, actParts } from './act-search.ts';
import { DecisionsPart } from './decisions-part.tsx';
import { SlotsPart } from './slots-part.tsx';
import { WebhooksPart } from './webhooks-part.tsx';
import { WritePart } from './write-part.tsx';

const route = getRouteApi('/shell/act');

/** What is done with segments: letters, content on the site, and who outside is told. */
export function ActPage() {
  const { t } = useTranslation('act');
  const { part } = route.useSearch();
  const navigate = route.useNavigate();
  const owner = usePerson()?.role === 'owner';
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Tabs value={part} keepMounted={false} onChange={(value) => void navigate({ search: { part: (value ?? 'write') as ActPart } })}>
        <TabList open={part}>
          {actParts
            .filter((each) => each !== 'webhooks' || owner)
            .map((each) => (
              <Tabs.Tab key={each} value={each}>
                {t(`part.${each}`)}
              </Tabs.Tab>
            ))}
        </TabList>
        <Tabs.Panel value="write">
          <WritePart />
        </Tabs.Panel>
        <Tabs.Panel value="slots">
          <SlotsPart />
        </Tabs.Panel>
        <Tabs.Panel value="decisions">
          <DecisionsPart />
        </Tabs.Panel>
        {owner ? (
          <Tabs.Panel value="webhooks">
            <WebhooksPart />
          </Tabs.Panel>
        ) : null}
      </Tabs>
    </Page>
  );
}
