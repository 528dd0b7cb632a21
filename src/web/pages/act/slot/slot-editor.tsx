import { Badge, Button, Select, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client, ifMatch } from '../../../api/client.ts';
import { key } from '../../../api/keys.ts';
import { vocabularyQuery } from '../../../api/vocabulary.ts';
import { ConfirmWithWhatChanges } from '../../../components/confirm/confirm-with-what-changes.tsx';
import { useFormat } from '../../../components/format/use-format.ts';
import { Panel } from '../../../components/panel/panel.tsx';
import { ProblemBox } from '../../../components/problem/problem-box.tsx';
import { useMayEdit } from '../../segments/may-edit.ts';
import { slotQuery } from '../act-queries.ts';
import styles from '../act.module.css';
import { DecisionsPart } from '../decisions-part.tsx';
import { contentOf, type Definition, type SlotAnswer, textOf } from './content.ts';
import { PreviewPanel } from './preview-panel.tsx';
import { RuleCard } from './rule-card.tsx';
import { SchedulePanel } from './schedule-panel.tsx';

const emptyRule = { when: '', variant: 'new-variant', content: { type: 'text', value: '' } } as const;
const browsers = ['content', 'why', 'no'] as const;

/** Rules in order, the default, hours; saved as a draft, then published. A preview stands beside. */
export function SlotEditor({ slot }: { readonly slot: SlotAnswer }) {
  const { t } = useTranslation('act');
  const format = useFormat();
  const may = useMayEdit();
  const queryClient = useQueryClient();
  const { data: words } = useQuery(vocabularyQuery);
  const [definition, setDefinition] = useState<Definition>(
    (slot.draft ?? slot.published)?.definition ?? {
      rules: [],
      default: { variant: 'default', content: { type: 'text', value: '' } },
      schedule: null,
      browser: 'content',
    },
  );
  const [asking, setAsking] = useState(false);
  const path = { path: { slug: slot.slug } };
  const kept = (changed: SlotAnswer) => {
    queryClient.setQueryData(slotQuery(slot.slug).queryKey, changed);
    void queryClient.invalidateQueries({ queryKey: key('act', 'slots') });
  };
  const save = () =>
    answer(client.PATCH('/api/v1/slots/{slug}', { params: path, body: { definition: definition as never }, headers: ifMatch(String(slot.revision)) }));
  const draft = useMutation({ mutationFn: save, onSuccess: kept });
  const publish = useMutation({
    mutationFn: async () => {
      kept(await save());
      return answer(client.POST('/api/v1/slots/{slug}/publish', { params: path, body: { note: '' } }));
    },
    onSuccess: kept,
  });
  const stop = useMutation({ mutationFn: () => answer(client.POST('/api/v1/slots/{slug}/unpublish', { params: path, body: {} })), onSuccess: kept });
  const error = draft.error ?? publish.error ?? stop.error;
  const rules = [...definition.rules];
  const emptyDefault = textOf(definition.default.content).trim() === '';
  return (
    <div className={styles.part}>
      <div className={styles.row}>
        <Badge {...(slot.published === null ? { color: 'gray' } : {})}>
          {slot.published === null ? t('slots.status.draft') : t('slot.version', { version: slot.published.version, at: format.moment(slot.published.at) })}
        </Badge>
        {may ? (
          <>
            <Button loading={publish.isPending} onClick={() => (emptyDefault ? setAsking(true) : publish.mutate())}>
              {t('slot.publish')}
            </Button>
            <Button variant="default" loading={draft.isPending} onClick={() => draft.mutate()}>
              {t('slot.save')}
            </Button>
            {slot.published === null ? null : (
              <Button variant="subtle" loading={stop.isPending} onClick={() => stop.mutate()}>
                {t('slot.stop')}
              </Button>
            )}
          </>
        ) : null}
        <span role="status" className={styles.small}>
          {publish.isSuccess ? t('slot.published') : draft.isSuccess ? t('slot.saved') : ''}
        </span>
      </div>
      {error === null ? null : <ProblemBox error={error} />}
      <ConfirmWithWhatChanges
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('slot.emptyTitle')}
        verb={t('slot.emptyPublish')}
        pending={publish.isPending}
        onConfirm={() => {
          setAsking(false);
          publish.mutate();
        }}
      >
        <p className={styles.small}>{t('slot.emptyWhat')}</p>
      </ConfirmWithWhatChanges>
      <div className={styles.columns}>
        <Panel title={t('slot.rules')} how={t('slot.how')}>
          <div className={styles.rules}>
            {rules.map((rule, index) => (
              <RuleCard
                key={index}
                rule={rule}
                place={index + 1}
                vocabulary={words}
                locked={!may}
                onChange={(next) => setDefinition({ ...definition, rules: rules.with(index, next) })}
                onRemove={() => setDefinition({ ...definition, rules: rules.toSpliced(index, 1) })}
                onUp={index === 0 ? undefined : () => setDefinition({ ...definition, rules: rules.toSpliced(index, 1).toSpliced(index - 1, 0, rule) })}
              />
            ))}
            {may ? (
              <Button variant="default" onClick={() => setDefinition({ ...definition, rules: [...rules, emptyRule] })}>
                {t('slot.add')}
              </Button>
            ) : null}
            <Textarea
              label={t('slot.default')}
              description={t('slot.defaultHint')}
              autosize
              minRows={2}
              value={textOf(definition.default.content)}
              readOnly={!may}
              onChange={(event) => setDefinition({ ...definition, default: { ...definition.default, content: contentOf(event.currentTarget.value) } })}
            />
            <Select
              label={t('slot.browser')}
              data={browsers.map((value) => ({ value, label: t(`slot.browsers.${value}`) }))}
              value={definition.browser}
              allowDeselect={false}
              disabled={!may}
              onChange={(value) => setDefinition({ ...definition, browser: browsers.find((each) => each === value) ?? 'content' })}
            />
            <SchedulePanel schedule={definition.schedule} locked={!may} onChange={(schedule) => setDefinition({ ...definition, schedule })} />
          </div>
        </Panel>
        <div className={styles.part}>
          <PreviewPanel slug={slot.slug} definition={definition} />
          <Panel title={t('slot.place')}>
            <p className={styles.small}>{t('slot.placeHint')}</p>
            <code className={styles.code}>{`<div data-clientele-slot="${slot.slug}">…</div>`}</code>
          </Panel>
        </div>
      </div>
      <DecisionsPart slot={slot.slug} />
    </div>
  );
}
