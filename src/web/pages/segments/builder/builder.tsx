import { ActionIcon, Autocomplete, Button, SegmentedControl, TextInput, VisuallyHidden } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { describe, type Vocabulary } from '../../../../language/index.ts';
import { Page } from '../../../components/page/page.tsx';
import { People } from '../../../components/people/people.tsx';
import { Waiting } from '../../../components/waiting/waiting.tsx';
import { useMayEdit } from '../may-edit.ts';
import type { Base } from './base.ts';
import { BuilderContext } from './builder-context.ts';
import { type BuilderView, builderViews } from './builder-search.ts';
import styles from './builder.module.css';
import { GroupView } from './conditions/group-view.tsx';
import { NowPanel } from './now/now-panel.tsx';
import { DiscardButton } from './publish/discard-button.tsx';
import { PublishDialog } from './publish/publish-dialog.tsx';
import { foldersQuery } from './segment-query.ts';
import { useDraft } from './use-draft.ts';
import { type Start, useEditor } from './use-editor.ts';
import { useLive } from './use-live.ts';
import { useUndoKeys } from './use-undo-keys.ts';
import { useWorld } from './use-world.ts';

const TextView = lazy(async () => ({ default: (await import('./text/text-view.tsx')).TextView }));

type Props = {
  readonly start: Start;
  /** Undefined for a new segment. */
  readonly base: Base | undefined;
  readonly draftKey: string;
  /** The version that the draft was begun from, when it is not the one in force any more. */
  readonly begunFrom: number | undefined;
  readonly vocabulary: Vocabulary;
  readonly view: BuilderView;
  readonly onView: (view: BuilderView) => void;
  readonly onPublished: (slug: string) => void;
  readonly onDiscarded: () => void;
};

/** A definition in hand: as conditions, as text, as a sentence and as people. */
export function Builder({ start, base, draftKey, begunFrom, vocabulary, view, onView, onPublished, onDiscarded }: Props) {
  const { t } = useTranslation('segments-builder');
  const editor = useEditor(start);
  const live = useLive(editor.document, vocabulary, base?.slug);
  const [publishing, setPublishing] = useState(false);
  // Whoever only looks at a template leaves no draft behind.
  const [begun] = useState(base ?? start);
  // A draft that is kept while it is being published would be left over.
  const [sending, setSending] = useState(false);
  const [version, setVersion] = useState(begunFrom ?? base?.version);
  const from = base ?? { text: '', name: '', folder: '' };
  const mayEdit = useMayEdit();
  const changed = editor.document.text.trim() !== from.text.trim() || editor.name !== from.name || editor.folder !== from.folder;
  const edited = editor.document.text.trim() !== begun.text.trim() || editor.name !== begun.name || editor.folder !== begun.folder;
  const draft = useDraft(
    draftKey,
    { segment: base?.slug ?? null, base_version: version ?? null, name: editor.name, folder: editor.folder, text: editor.document.text, note: '' },
    edited && mayEdit && !sending,
  );
  const world = useWorld(editor, live, vocabulary, base?.slug);
  useUndoKeys(editor);
  const locked = editor.document.trouble.length > 0;
  const ready = live.text !== '' && !locked && mayEdit;
  return (
    <Page
      wide
      title={base === undefined ? (editor.name === '' ? t('newTitle') : editor.name) : t('editTitle', { name: base.name })}
      actions={
        <>
          <span className={styles.state} role="status">
            {mayEdit && edited ? t(`draft.${draft}`) : ''}
          </span>
          <ActionIcon variant="default" aria-label={t('undo')} disabled={!editor.canUndo} onClick={editor.undo}>
            <IconArrowBackUp size={18} stroke={1.75} aria-hidden />
          </ActionIcon>
          <ActionIcon variant="default" aria-label={t('redo')} disabled={!editor.canRedo} onClick={editor.redo}>
            <IconArrowForwardUp size={18} stroke={1.75} aria-hidden />
          </ActionIcon>
          {mayEdit ? <DiscardButton draftKey={draftKey} onDiscarded={onDiscarded} /> : null}
          <Button disabled={!ready || (base !== undefined && !changed)} onClick={() => setPublishing(true)}>
            {t('publish.open')}
          </Button>
        </>
      }
    >
      <BuilderContext value={world}>
        <div className={styles.layout}>
          <div className={styles.main}>
            <Names name={editor.name} folder={editor.folder} onName={editor.rename} onFolder={editor.refolder} />
            <p className={styles.sentence} data-broken={locked || undefined} data-sentence>
              {live.tree === undefined ? t('noSentence') : describe(live.tree, vocabulary)}
            </p>
            <div className={styles.bar}>
              <SegmentedControl
                aria-label={t('view.label')}
                value={view}
                data={builderViews.map((value) => ({ value, label: t(`view.${value}`) }))}
                onChange={(value) => onView(builderViews.find((one) => one === value) ?? 'conditions')}
              />
              <span className={styles.space} />
              {live.detail === undefined ? null : (
                <span className={styles.brief}>
                  <People count={live.detail.members} share={live.detail.share} stale={live.stale} />
                </span>
              )}
            </div>
            {locked && view !== 'text' ? (
              <p className={styles.locked} role="status">
                {t('locked')}
              </p>
            ) : null}
            <div className={styles.views}>
              {view === 'text' ? null : <GroupView group={editor.document.root} depth={0} />}
              {view === 'conditions' ? null : (
                <Suspense fallback={<Waiting lines={4} />}>
                  <TextView />
                </Suspense>
              )}
            </div>
          </div>
          <div className={styles.side}>
            <NowPanel live={live} />
          </div>
        </div>
        <VisuallyHidden role="status" aria-live="polite" id="builder-announcement" />
      </BuilderContext>
      {publishing ? (
        <PublishDialog
          base={base}
          version={version}
          draftKey={draftKey}
          work={{ text: live.text, name: editor.name, folder: editor.folder }}
          vocabulary={vocabulary}
          onName={editor.rename}
          onClose={() => setPublishing(false)}
          onSending={setSending}
          onVersion={setVersion}
          onTheirs={(theirs) => {
            editor.reset(theirs);
            setPublishing(false);
          }}
          onPublished={onPublished}
        />
      ) : null}
    </Page>
  );
}

type Naming = { readonly name: string; readonly folder: string; readonly onName: (name: string) => void; readonly onFolder: (folder: string) => void };

function Names({ name, folder, onName, onFolder }: Naming) {
  const { t } = useTranslation('segments-builder');
  const { data: folders = [] } = useQuery(foldersQuery);
  return (
    <div className={styles.names}>
      <TextInput label={t('name')} placeholder={t('nameHint')} value={name} maxLength={200} onChange={({ currentTarget }) => onName(currentTarget.value)} />
      <Autocomplete
        label={t('folder')}
        placeholder={t('folderHint')}
        value={folder}
        maxLength={100}
        data={folders.map((each) => each.name)}
        onChange={onFolder}
      />
    </div>
  );
}
