import { TabList } from '../../components/tab-row/tab-list.tsx';
import { Button, Tabs } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../../components/page/page.tsx';
import { usePerson } from '../../components/use-workspace.ts';
import { ExampleNotice } from './example/example-notice.tsx';
import { ImportDetail } from './log/import-detail.tsx';
import { ImportLog } from './log/import-log.tsx';
import { Mappings } from './log/mappings.tsx';
import { Sources } from './log/sources.tsx';
import { Schedules } from './schedules/schedules.tsx';

const route = getRouteApi('/shell/imports');
const parts = ['log', 'sources', 'schedules', 'mappings'] as const;

/** What has come in, from where, what comes again by itself, and the mappings that are kept for it. */
export function ImportsPage() {
  const { t } = useTranslation('imports');
  const { show, import: open } = route.useSearch();
  const navigate = route.useNavigate();
  const person = usePerson();
  // Schedules name folders and databases of this machine: they are the owner's.
  const shown = parts.filter((part) => part !== 'schedules' || person?.role === 'owner');
  return (
    <Page
      title={t('log.title')}
      lead={t('log.lead')}
      actions={
        person === undefined || person.role === 'viewer' ? null : (
          <Button component={Link} to="/imports/new" leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}>
            {t('log.new')}
          </Button>
        )
      }
    >
      <ExampleNotice />
      <Tabs value={show} onChange={(part) => void navigate({ search: { show: parts.find((each) => each === part) ?? 'log' } })} keepMounted={false}>
        <TabList open={show}>
          {shown.map((part) => (
            <Tabs.Tab key={part} value={part}>
              {t(`log.parts.${part}`)}
            </Tabs.Tab>
          ))}
        </TabList>
        <Tabs.Panel value="log">
          <ImportLog onOpen={(id) => void navigate({ search: { show, import: id } })} />
        </Tabs.Panel>
        <Tabs.Panel value="sources">
          <Sources />
        </Tabs.Panel>
        <Tabs.Panel value="schedules">
          <Schedules />
        </Tabs.Panel>
        <Tabs.Panel value="mappings">
          <Mappings />
        </Tabs.Panel>
      </Tabs>
      {open === undefined ? null : <ImportDetail id={open} onClose={() => void navigate({ search: { show } })} />}
    </Page>
  );
}
