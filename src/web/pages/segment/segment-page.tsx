import { TabList } from '../../components/tab-row/tab-list.tsx';
import { Badge, Button, Group, Tabs } from '@mantine/core';
import { IconEdit, IconGitCompare, IconSnowflake } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { MovesFeed } from '../../components/moves/moves-feed.tsx';
import { Page } from '../../components/page/page.tsx';
import { Asked } from '../../components/waiting/asked.tsx';
import { compareAddress, editAddress } from '../segments/addresses.ts';
import { segmentQuery } from '../segments/builder/segment-query.ts';
import { useMayEdit } from '../segments/may-edit.ts';
import { BehindNote } from './behind-note.tsx';
import { ExportMenu } from './export-menu.tsx';
import { HistoryTab } from './history-tab.tsx';
import { LimitNote } from './limit-note.tsx';
import { MakeupTab } from './makeup-tab.tsx';
import { MeasuresTab } from './measures-tab.tsx';
import { MembersTab } from './members-tab.tsx';
import { OverviewTab } from './overview-tab.tsx';
import { type SegmentTab, segmentTabs } from './segment-search.ts';
import { type Segment } from './segment.ts';
import styles from './segment-page.module.css';
import { StageNote } from './stage-note.tsx';
import { useSegmentEdit } from './use-segment-edit.ts';

const route = getRouteApi('/shell/segments/$slug');

/** One segment: how many, what they are worth, who they are, how good a group it is, and how it came to be. */
export function SegmentPage() {
  const { slug } = route.useParams();
  const segment = useQuery(segmentQuery(slug));
  return <Asked answer={segment}>{({ value, etag }) => <Whole segment={value} etag={etag} />}</Asked>;
}

function Whole({ segment, etag }: { readonly segment: Segment; readonly etag: string }) {
  const { t } = useTranslation('segment');
  const { tab } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <Page title={segment.name} lead={segment.sentence} actions={<Actions segment={segment} etag={etag} />}>
      <Group gap="xs" className={styles.marks ?? ''}>
        {segment.mode === 'static' ? <Badge variant="light">{t('frozen')}</Badge> : null}
        {segment.status === 'failed' ? <Badge color="red">{t('failed', { reason: segment.reason ?? '' })}</Badge> : null}
        <code className={styles.text}>{segment.text}</code>
      </Group>
      <StageNote text={segment.text} />
      <LimitNote segment={segment} />
      {segment.behind ? <BehindNote slug={segment.slug} /> : null}
      <MovesFeed segment={segment.slug} />
      <Tabs
        value={tab}
        onChange={(next) => void navigate({ search: (before) => ({ ...before, tab: (next ?? 'overview') as SegmentTab }) })}
        keepMounted={false}
      >
        <TabList open={tab}>
          {segmentTabs.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {t(`tabs.${each}`)}
            </Tabs.Tab>
          ))}
        </TabList>
        <Tabs.Panel value="overview">
          <OverviewTab segment={segment} />
        </Tabs.Panel>
        <Tabs.Panel value="members">
          <MembersTab segment={segment} etag={etag} />
        </Tabs.Panel>
        <Tabs.Panel value="makeup">
          <MakeupTab slug={segment.slug} />
        </Tabs.Panel>
        <Tabs.Panel value="measures">
          <MeasuresTab segment={segment} />
        </Tabs.Panel>
        <Tabs.Panel value="history">
          <HistoryTab segment={segment} etag={etag} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

function Actions({ segment, etag }: { readonly segment: Segment; readonly etag: string }) {
  const { t } = useTranslation('segment');
  const router = useRouter();
  const mayEdit = useMayEdit();
  const edit = useSegmentEdit(segment.slug, etag);
  const frozen = segment.mode === 'static';
  return (
    <>
      {mayEdit ? <ExportMenu segment={segment} /> : null}
      <Button
        variant="default"
        leftSection={<IconGitCompare size={18} stroke={1.75} aria-hidden />}
        onClick={() => router.history.push(compareAddress([segment.slug]))}
      >
        {t('compare')}
      </Button>
      {mayEdit ? (
        <>
          <Button
            variant="default"
            loading={edit.isPending}
            leftSection={<IconSnowflake size={18} stroke={1.75} aria-hidden />}
            onClick={() =>
              edit.mutate({
                change: frozen ? { thaw: true } : { freeze: true },
                say: frozen ? t('thawed') : t('nowFrozen'),
                undo: frozen ? { freeze: true } : { thaw: true },
              })
            }
          >
            {frozen ? t('thaw') : t('freeze')}
          </Button>
          <Button leftSection={<IconEdit size={18} stroke={1.75} aria-hidden />} onClick={() => router.history.push(editAddress(segment.slug))}>
            {t('edit')}
          </Button>
        </>
      ) : null}
    </>
  );
}
