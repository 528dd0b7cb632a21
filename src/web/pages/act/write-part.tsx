import { Button, Group, Select } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type MailingTool, mailingToolNames, mailingTools, type SegmentAnswer } from '../../../contract/index.ts';
import { seenAsOf } from '../../api/seen-as-of.ts';
import { useFormat } from '../../components/format/use-format.ts';
import { InnerLink } from '../../components/group/inner-link.tsx';
import { Panel } from '../../components/panel/panel.tsx';
import { Asked } from '../../components/waiting/asked.tsx';
import { exportAddress, segmentAddress } from '../segments/addresses.ts';
import { reachQuery } from '../segments/builder/live-query.ts';
import { segmentListQuery } from '../segments/list/list-queries.ts';
import { useMayEdit } from '../segments/may-edit.ts';
import styles from './act.module.css';

/** What an owner can do at once, with nobody's help: write to a group by their mailing tool, or to people one by one. */
export function WritePart() {
  const { t } = useTranslation('act');
  const mayEdit = useMayEdit();
  return (
    <div className={styles.part}>
      {mayEdit ? (
        <Panel title={t('write.title')} how={t('write.how')}>
          <Asked answer={useQuery(segmentListQuery)} lines={3}>
            {(segments) => <Choosing segments={segments.filter(({ members }) => (members ?? 0) > 0)} />}
          </Asked>
        </Panel>
      ) : null}
      <Panel title={t('write.single')}>
        <ul className={styles.list}>
          <Way href="/predict/calls" title={t('write.calls')} why={t('write.callsWhy')} />
          <Way href="/predict/actions" title={t('write.actions')} why={t('write.actionsWhy')} />
        </ul>
      </Panel>
    </div>
  );
}

function Way({ href, title, why }: { readonly href: string; readonly title: string; readonly why: string }) {
  return (
    <li className={styles.item}>
      <div className={styles.words}>
        <InnerLink href={href} className={styles.name ?? ''}>
          {title}
        </InnerLink>
        <span className={styles.small}>{why}</span>
      </div>
    </li>
  );
}

type Listed = Pick<SegmentAnswer, 'slug' | 'name' | 'text' | 'members'>;

function Choosing({ segments }: { readonly segments: readonly Listed[] }) {
  const { t } = useTranslation('act');
  const [chosen, setChosen] = useState<string | null>(null);
  const segment = segments.find(({ slug }) => slug === chosen);
  if (segments.length === 0) return <p>{t('write.noSegments')}</p>;
  return (
    <div className={styles.form}>
      <Select
        label={t('write.whom')}
        placeholder={t('write.choose')}
        data={segments.map(({ slug, name }) => ({ value: slug, label: name }))}
        value={chosen}
        onChange={setChosen}
        searchable
      />
      {segment === undefined ? null : <Reached segment={segment} />}
    </div>
  );
}

function Reached({ segment: { slug, name, text, members } }: { readonly segment: Listed }) {
  const { t } = useTranslation('act');
  const format = useFormat();
  // Of another day's members only those are written to who agree now: how many that are is not what is counted of that day.
  const reach = useQuery({ ...reachQuery(text), enabled: seenAsOf === undefined });
  const email = reach.data?.channels.find(({ channel }) => channel === 'email');
  return (
    <>
      <p>
        {email === undefined
          ? t('write.whole', { count: members ?? 0, formatted: format.count(members ?? 0) })
          : t('write.reached', { count: members ?? 0, formatted: format.count(members ?? 0), reachable: format.count(email.reachable) })}{' '}
        <InnerLink href={segmentAddress(slug)}>{t('write.look', { name })}</InnerLink>
      </p>
      {email?.reachable === 0 ? (
        <p>{t('write.nobody')}</p>
      ) : (
        <Group gap="xs">
          {mailingToolNames.map((tool: MailingTool) => (
            <Button
              key={tool}
              component="a"
              href={`${exportAddress(slug)}&for=${tool}`}
              download
              variant="default"
              leftSection={<IconDownload size={18} stroke={1.75} aria-hidden />}
            >
              {t('write.for', { tool: mailingTools[tool].title })}
            </Button>
          ))}
        </Group>
      )}
    </>
  );
}
