import { Badge, Button, Select, VisuallyHidden } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client, ifMatch } from '../../../api/client.ts';
import { key } from '../../../api/keys.ts';
import { vocabularyQuery } from '../../../api/vocabulary.ts';
import { ConfirmWithWhatChanges } from '../../../components/confirm/confirm-with-what-changes.tsx';
import { useFormat } from '../../../components/format/use-format.ts';
import { Panel } from '../../../components/panel/panel.tsx';
import { ProblemBox } from '../../../components/problem/problem-box.tsx';
import { record, redo, undo } from '../../../segment-editor/history.ts';
import { useMayEdit } from '../../segments/may-edit.ts';
import { slotQuery } from '../act-queries.ts';
import styles from '../act.module.css';
import { DecisionsPart } from '../decisions-part.tsx';
import { ContentEditor } from './content-editor.tsx';
import { type SlotAnswer, textOf } from './content.ts';
import { definitionOf, type Editing, editingOf, movedTo, stepped, withNewRule, withoutRule, withRule } from './editing.ts';
import { PreviewPanel } from './preview-panel.tsx';
import { RuleCard } from './rule-card.tsx';
import { SchedulePanel } from './schedule-panel.tsx';
import { VersionsPanel } from './versions-panel.tsx';

const browsers = ['content', 'why', 'no'] as const;

/** Rules in order, the default, hours; saved as a draft, then published. Edits are taken back one by one, drafts as a whole, versions restored. A preview stands beside. */
export function SlotEditor({ slot }: { readonly slot: SlotAnswer }) {
  const { t } = useTranslation('act');
  const format = useFormat();
  const may = useMayEdit();
  const queryClient = useQueryClient();
  const { data: words } = useQuery(vocabularyQuery);
  const [history, setHistory] = useState(() => editingOf(slot));
  const [said, setSaid] = useState('');
  const focusOn = useRef<{ readonly id: string; readonly direction: 'up' | 'down' } | undefined>(undefined);
  const list = useRef<HTMLDivElement>(null);
  const editing = history.present;
  const definition = definitionOf(editing);
  const edit = (next: Editing, burst?: string): void => setHistory((before) => record(before, next, burst));
  const [asking, setAsking] = useState(false);
  const path = { path: { slug: slot.slug } };
  const kept = (changed: SlotAnswer) => {
    queryClient.setQueryData(slotQuery(slot.slug).queryKey, changed);
    void queryClient.invalidateQueries({ queryKey: key('act', 'slots') });
  };
  const anew = (changed: SlotAnswer) => {
    kept(changed);
    setHistory(editingOf(changed));
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
  const discard = useMutation({ mutationFn: () => answer(client.DELETE('/api/v1/slots/{slug}/draft', { params: path })), onSuccess: anew });
  const restore = useMutation({
    mutationFn: (version: number) => answer(client.POST('/api/v1/slots/{slug}/restore', { params: path, body: { version } })),
    onSuccess: anew,
  });
  const error = draft.error ?? publish.error ?? stop.error ?? discard.error ?? restore.error;
  const emptyDefault = textOf(definition.default.content).trim() === '';

  const step = (id: string, direction: 'up' | 'down'): void => {
    const next = stepped(editing, id, direction);
    if (next === editing) return;
    focusOn.current = { id, direction };
    edit(next);
    setSaid(t('rule.moved', { place: next.rules.findIndex((each) => each.id === id) + 1, count: next.rules.length }));
  };
  // The button that moved a rule stays under the finger: at an end its other one.
  useEffect(() => {
    const wanted = focusOn.current;
    if (wanted === undefined) return;
    focusOn.current = undefined;
    const buttons = [...(list.current?.querySelectorAll<HTMLButtonElement>(`[data-rule="${wanted.id}"] [data-step]:not(:disabled)`) ?? [])];
    (buttons.find((each) => each.dataset['step'] === wanted.direction) ?? buttons[0])?.focus();
  });

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
            <Button variant="default" disabled={history.past.length === 0} onClick={() => setHistory(undo)}>
              {t('slot.undo')}
            </Button>
            <Button variant="default" disabled={history.future.length === 0} onClick={() => setHistory(redo)}>
              {t('slot.redo')}
            </Button>
            {slot.published === null || slot.draft === null ? null : (
              <Button variant="subtle" loading={discard.isPending} onClick={() => discard.mutate()}>
                {t('slot.discard')}
              </Button>
            )}
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
        <VisuallyHidden role="status">{said}</VisuallyHidden>
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
          <div className={styles.rules} ref={list}>
            {editing.rules.map(({ id, rule }, index) => (
              <RuleCard
                key={id}
                id={id}
                rule={rule}
                place={index + 1}
                count={editing.rules.length}
                vocabulary={words}
                locked={!may}
                onChange={(next, field) => edit(withRule(editing, id, next), field === 'added' ? undefined : `${id} ${field}`)}
                onRemove={() => edit(withoutRule(editing, id))}
                onStep={(direction) => step(id, direction)}
                onDrop={(moved, where) => edit(movedTo(editing, moved, where === 'before' ? index : index + 1))}
              />
            ))}
            {may ? (
              <Button variant="default" className={styles.start} onClick={() => edit(withNewRule(editing))}>
                {t('slot.add')}
              </Button>
            ) : null}
            <ContentEditor
              label={t('slot.default')}
              hint={t('slot.defaultHint')}
              content={editing.default.content}
              locked={!may}
              onChange={(content) => edit({ ...editing, default: { ...editing.default, content } }, 'default')}
            />
            <Select
              label={t('slot.browser')}
              data={browsers.map((value) => ({ value, label: t(`slot.browsers.${value}`) }))}
              value={editing.browser}
              allowDeselect={false}
              disabled={!may}
              onChange={(value) => edit({ ...editing, browser: browsers.find((each) => each === value) ?? 'content' })}
            />
            <SchedulePanel schedule={editing.schedule} locked={!may} onChange={(schedule) => edit({ ...editing, schedule }, 'schedule')} />
          </div>
        </Panel>
        <div className={styles.part}>
          <PreviewPanel slug={slot.slug} definition={definition} />
          <VersionsPanel slot={slot} may={may} pending={restore.isPending} onRestore={(version) => restore.mutate(version)} />
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
