import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mailingToolNames, mailingTools } from '../../../contract/index.ts';
import { useFormat } from '../../components/format/use-format.ts';
import { seenAsOf } from '../../api/seen-as-of.ts';
import { exportAddress } from '../segments/addresses.ts';
import { reachQuery } from '../segments/builder/live-query.ts';
import type { Segment } from './segment.ts';

/** The members as a file. For a mailing tool it holds those alone who may be written to: whom that leaves out is said before. */
export function ExportMenu({ segment }: { readonly segment: Segment }) {
  const { t } = useTranslation('segment');
  const format = useFormat();
  const [opened, setOpened] = useState(false);
  // Of another day's members only those are written to who agree now: how many that are is not what is counted of that day.
  const reach = useQuery({ ...reachQuery(segment.text), enabled: opened && seenAsOf === undefined });
  const email = reach.data?.channels.find(({ channel }) => channel === 'email');
  const whole = exportAddress(segment.slug);
  return (
    <Menu position="bottom-end" opened={opened} onChange={setOpened}>
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={18} stroke={1.75} aria-hidden />}>
          {t('export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('exportEverybody')}</Menu.Label>
        <Menu.Item component="a" href={whole} download>
          {t('exportCsv')}
        </Menu.Item>
        <Menu.Item component="a" href={`${whole}&safe=false`} download>
          {t('exportMachine')}
        </Menu.Item>
        <Menu.Item component="a" href={exportAddress(segment.slug, 'json')} download>
          {t('exportJson')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>
          {email === undefined || segment.members === null
            ? t('exportMailing')
            : t('exportMailingOf', { count: email.reachable, formatted: format.count(email.reachable), all: format.count(segment.members) })}
        </Menu.Label>
        {mailingToolNames.map((tool) => (
          <Menu.Item key={tool} component="a" href={`${whole}&for=${tool}`} download disabled={email?.reachable === 0}>
            {t('exportFor', { tool: mailingTools[tool].title })}
          </Menu.Item>
        ))}
        <Menu.Item component="a" href={`${whole}&safe=false&reach=email`} download disabled={email?.reachable === 0}>
          {t('exportOther')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
