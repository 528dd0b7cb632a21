import { Button, Switch, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LiveSource, LiveSourceSettings } from '../../../contract/index.ts';
import { answer, client } from '../../api/client.ts';
import { Panel } from '../../components/panel/panel.tsx';
import { ProblemBox } from '../../components/problem/problem-box.tsx';
import { linesOf, readMapping } from './mapping-text.ts';
import { sourcesQuery } from './source-queries.ts';
import { BrokerFields } from './broker-fields.tsx';
import styles from './sources.module.css';

/** What was said when the source was made, to be mended: its name, the sites that may send, what its payload means, its broker. */
export function SettingsPanel({ source }: { readonly source: LiveSource }) {
  const { t } = useTranslation('sources');
  const queryClient = useQueryClient();
  const { slug, type, settings } = source;
  const [name, setName] = useState(source.name);
  const [origins, setOrigins] = useState((settings.origins ?? []).join('\n'));
  const [keepsAddress, setKeepsAddress] = useState(settings.keep_ip === true);
  const [mapping, setMapping] = useState(settings.mapping === undefined ? '' : JSON.stringify(settings.mapping, null, 2));
  const [url, setUrl] = useState(settings.url ?? '');
  const [topics, setTopics] = useState((settings.topics ?? []).join('\n'));
  const ofPages = type === 'website';
  const tracks = ofPages || type === 'server';
  const subscribes = type === 'mqtt';
  const maps = type === 'webhook' || subscribes;
  const read = maps && mapping.trim() !== '' ? readMapping(mapping) : undefined;
  const save = useMutation({
    mutationFn: () => {
      const { mapping: _mapping, origins: _origins, keep_ip: _keepIp, ...kept } = settings;
      const next: LiveSourceSettings = {
        ...kept,
        ...(ofPages && linesOf(origins).length > 0 ? { origins: linesOf(origins) } : {}),
        ...(tracks && keepsAddress ? { keep_ip: true } : {}),
        ...(read?.ok === true ? { mapping: read.value } : {}),
        ...(subscribes ? { url: url.trim(), topics: linesOf(topics) } : {}),
      };
      return answer(client.PATCH('/api/v1/live-sources/{slug}', { params: { path: { slug } }, body: { name: name.trim(), settings: next } }));
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: sourcesQuery.queryKey }),
  });
  return (
    <Panel title={t('settings.title')}>
      <form
        className={styles.stack}
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <TextInput label={t('form.name')} value={name} maxLength={100} required onChange={(event) => setName(event.currentTarget.value)} />
        {ofPages ? (
          <Textarea
            label={t('settings.origins')}
            description={t('settings.originsHint')}
            value={origins}
            autosize
            minRows={2}
            onChange={(event) => setOrigins(event.currentTarget.value)}
          />
        ) : null}
        {tracks ? (
          <Switch
            label={t('settings.keepAddress')}
            description={t('settings.keepAddressHint')}
            checked={keepsAddress}
            onChange={(event) => setKeepsAddress(event.currentTarget.checked)}
          />
        ) : null}
        {subscribes ? <BrokerFields url={url} topics={topics} onUrl={setUrl} onTopics={setTopics} /> : null}
        {maps ? (
          <Textarea
            label={t('form.mapping')}
            description={t('settings.mappingHint')}
            value={mapping}
            autosize
            minRows={4}
            maxRows={20}
            spellCheck={false}
            error={read?.ok === false ? t('form.mappingWrong') : undefined}
            onChange={(event) => setMapping(event.currentTarget.value)}
          />
        ) : null}
        {save.isError ? <ProblemBox error={save.error} /> : null}
        <div className={styles.row}>
          <Button type="submit" size="xs" loading={save.isPending} disabled={name.trim() === '' || read?.ok === false}>
            {t('setUp.save')}
          </Button>
          {save.isSuccess ? <span role="status">{maps ? t('settings.savedMapping') : t('setUp.saved')}</span> : null}
        </div>
      </form>
    </Panel>
  );
}
