import { TabList } from '../../components/tab-row/tab-list.tsx';
import { Button, Tabs } from '@mantine/core';
import { IconBroadcast } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../../components/page/page.tsx';
import { usePerson } from '../../components/use-workspace.ts';
import { CataloguePart } from './catalogue-part.tsx';
import { type DataPart, dataParts } from './data-search.ts';
import { DoctorPart } from './doctor-part.tsx';
import { DuplicatesPart } from './duplicates-part.tsx';
import { MergesPart } from './merges-part.tsx';
import { QualityPart } from './quality-part.tsx';

const route = getRouteApi('/shell/data');

/** How far the data can be trusted, who may be who, and what there is. */
export function DataPage() {
  const { t } = useTranslation('data');
  const { part } = route.useSearch();
  const navigate = route.useNavigate();
  const owner = usePerson()?.role === 'owner';
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <Button component={Link} to="/sources" variant="default" leftSection={<IconBroadcast size={16} stroke={1.75} aria-hidden />}>
          {t('liveSources')}
        </Button>
      }
    >
      <Tabs value={part} keepMounted={false} onChange={(value) => void navigate({ search: { part: (value ?? 'quality') as DataPart } })}>
        <TabList open={part}>
          {dataParts
            .filter((each) => each !== 'doctor' || owner)
            .map((each) => (
              <Tabs.Tab key={each} value={each}>
                {t(`part.${each}`)}
              </Tabs.Tab>
            ))}
        </TabList>
        <Tabs.Panel value="quality">
          <QualityPart />
        </Tabs.Panel>
        <Tabs.Panel value="duplicates">
          <DuplicatesPart />
        </Tabs.Panel>
        <Tabs.Panel value="merges">
          <MergesPart />
        </Tabs.Panel>
        <Tabs.Panel value="catalogue">
          <CataloguePart />
        </Tabs.Panel>
        {owner ? (
          <Tabs.Panel value="doctor">
            <DoctorPart />
          </Tabs.Panel>
        ) : null}
      </Tabs>
    </Page>
  );
}
