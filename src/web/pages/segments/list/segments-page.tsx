import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconFolderPlus, IconPlus, IconSearch, IconTemplate, IconUsersGroup } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sentenceOf } from '../../../api/sentence-of.ts';
import { vocabularyQuery } from '../../../api/vocabulary.ts';
import { EmptyState } from '../../../components/empty-state/empty-state.tsx';
import { Page } from '../../../components/page/page.tsx';
import { ProblemBox } from '../../../components/problem/problem-box.tsx';
import { Asked } from '../../../components/waiting/asked.tsx';
import { newSegmentAddress } from '../addresses.ts';
import { draftsQuery, foldersQuery } from '../builder/segment-query.ts';
import { FilesMenu } from '../files/files-menu.tsx';
import { useMayEdit } from '../may-edit.ts';
import { arrange, type ListedSegment } from './arrange.ts';
import { ChosenBar } from './chosen-bar.tsx';
import { DraftsList } from './drafts-list.tsx';
import { FolderSection } from './folder-section.tsx';
import { segmentListQuery } from './list-queries.ts';
import { NameDialog } from './name-dialog.tsx';
import { SegmentRow } from './segment-row.tsx';
import styles from './segments-page.module.css';
import { sorts } from './segments-search.ts';
import { useSegmentChanges } from './use-segment-changes.ts';

const route = getRouteApi('/shell/segments');
const statuses = ['all', 'mine', 'frozen', 'failed'] as const;

type Asking = { readonly what: 'folder' } | { readonly what: 'rename'; readonly folder: string } | { readonly what: 'move'; readonly slugs: readonly string[] };

/** Every segment in its folder, with how many it has and what they are worth. */
export function SegmentsPage() {
  const { t } = useTranslation('segments-list');
  const router = useRouter();
  const mayEdit = useMayEdit();
  const segments = useQuery(segmentListQuery);
  const drafts = useQuery({ ...draftsQuery, enabled: mayEdit });
  const go = (href: string) => router.history.push(href);
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          <FilesMenu />
          <Button variant="default" leftSection={<IconTemplate size={18} stroke={1.75} aria-hidden />} onClick={() => go('/segments/~templates')}>
            {t('templates')}
          </Button>
          {mayEdit ? (
            <Button leftSection={<IconPlus size={18} stroke={1.75} aria-hidden />} onClick={() => go(newSegmentAddress())}>
              {t('new')}
            </Button>
          ) : null}
        </>
      }
    >
      <DraftsList drafts={drafts.data ?? []} />
      <Asked answer={segments} lines={8}>
        {(found) => (found.length === 0 ? <NoSegments /> : <Segments segments={found} />)}
      </Asked>
    </Page>
  );
}

function NoSegments() {
  const { t } = useTranslation('segments-list');
  const router = useRouter();
  return (
    <EmptyState
      icon={IconUsersGroup}
      title={t('empty.title')}
      action={<Button onClick={() => router.history.push('/segments/~templates')}>{t('empty.action')}</Button>}
    >
      {t('empty.explain')}
    </EmptyState>
  );
}

function Segments({ segments }: { readonly segments: readonly ListedSegment[] }) {
  const { t } = useTranslation('segments-list');
  const router = useRouter();
  const mayEdit = useMayEdit();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data: folders = [] } = useQuery(foldersQuery);
  const { data: vocabulary } = useQuery(vocabularyQuery);
  const changes = useSegmentChanges();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [dragged, setDragged] = useState<string | undefined>();
  const [asking, setAsking] = useState<Asking | undefined>();
  const names = useMemo(() => folders.map(({ name }) => name), [folders]);
  const arranged = useMemo(() => arrange(segments, names, search), [segments, names, search]);
  const sentences = useMemo(
    () => new Map(segments.map(({ slug, text }) => [slug, vocabulary === undefined ? '' : sentenceOf(text, vocabulary)])),
    [segments, vocabulary],
  );
  const most = useMemo(
    () => ({ members: Math.max(0, ...segments.map(({ members }) => members ?? 0)), revenue: Math.max(0, ...segments.map(({ revenue }) => revenue ?? 0)) }),
    [segments],
  );
  const choose = useCallback(
    (slug: string, on: boolean) => setChosen((before) => new Set(on ? [...before, slug] : [...before].filter((one) => one !== slug))),
    [],
  );
  const askMove = useCallback((slug: string) => setAsking({ what: 'move', slugs: [slug] }), []);
  const { mutate: remove } = changes.remove;
  const deleteOne = useCallback((slug: string) => remove([slug]), [remove]);
  const edit = useCallback((address: string) => router.history.push(address), [router]);
  const there = [...chosen].filter((slug) => segments.some((segment) => segment.slug === slug));
  const drop = (slug: string, folder: string) => {
    changes.move.mutate({ slugs: there.includes(slug) ? there : [slug], folder });
    setDragged(undefined);
  };
  return (
    <>
      <div className={styles.tools}>
        <TextInput
          className={styles.search ?? ''}
          aria-label={t('search')}
          placeholder={t('search')}
          leftSection={<IconSearch size={16} stroke={1.75} aria-hidden />}
          value={search.q}
          onChange={({ currentTarget: { value } }) => void navigate({ search: (before) => ({ ...before, q: value }), replace: true })}
        />
        <NativeSelect
          aria-label={t('sort.label')}
          value={search.sort}
          data={sorts.map((value) => ({ value, label: t(`sort.${value}`) }))}
          onChange={({ currentTarget }) => {
            const sort = sorts.find((one) => one === currentTarget.value);
            if (sort !== undefined) void navigate({ search: (before) => ({ ...before, sort }), replace: true });
          }}
        />
        <NativeSelect
          aria-label={t('show.label')}
          value={search.status}
          data={statuses.map((value) => ({ value, label: t(`show.${value}`) }))}
          onChange={({ currentTarget }) => {
            const status = statuses.find((one) => one === currentTarget.value);
            if (status !== undefined) void navigate({ search: (before) => ({ ...before, status }), replace: true });
          }}
        />
        {mayEdit ? (
          <Button variant="default" leftSection={<IconFolderPlus size={18} stroke={1.75} aria-hidden />} onClick={() => setAsking({ what: 'folder' })}>
            {t('folder.new')}
          </Button>
        ) : null}
      </div>
      {there.length === 0 ? null : (
        <ChosenBar
          slugs={there}
          mayEdit={mayEdit}
          onClear={() => setChosen(new Set())}
          onMove={() => setAsking({ what: 'move', slugs: there })}
          onDelete={() => changes.remove.mutate(there)}
        />
      )}
      {changes.remove.error === null ? null : <ProblemBox error={changes.remove.error} />}
      {changes.move.error === null ? null : <ProblemBox error={changes.move.error} />}
      {changes.deleteFolder.error === null ? null : <ProblemBox error={changes.deleteFolder.error} />}
      {arranged.length === 0 ? <p className={styles.muted}>{t('nothingFound', { query: search.q })}</p> : null}
      {arranged.map(({ name, segments: inside }) => (
        <FolderSection
          key={name}
          name={name}
          count={inside.length}
          mayEdit={mayEdit}
          onDrop={drop}
          onRename={(folder) => setAsking({ what: 'rename', folder })}
          onDelete={(folder) => changes.deleteFolder.mutate(folder)}
        >
          {inside.length === 0 ? (
            <p className={styles.empty}>{t('folder.empty')}</p>
          ) : (
            <ul className={styles.rows}>
              {inside.map((segment) => (
                <SegmentRow
                  key={segment.slug}
                  segment={segment}
                  sentence={sentences.get(segment.slug) ?? ''}
                  chosen={chosen.has(segment.slug)}
                  dragged={dragged === segment.slug}
                  mayEdit={mayEdit}
                  most={most}
                  onChoose={choose}
                  onDrag={setDragged}
                  onMove={askMove}
                  onDelete={deleteOne}
                  onEdit={edit}
                />
              ))}
            </ul>
          )}
        </FolderSection>
      ))}
      {asking === undefined ? null : <Ask asking={asking} folders={names} changes={changes} onClose={() => setAsking(undefined)} />}
    </>
  );
}

type AskProps = {
  readonly asking: Asking;
  readonly folders: readonly string[];
  readonly changes: ReturnType<typeof useSegmentChanges>;
  readonly onClose: () => void;
};

/** The name of a folder: of a new one, of one that gets another, of the one to move to. */
function Ask({ asking, folders, changes, onClose }: AskProps) {
  const { t } = useTranslation('segments-list');
  const done = { onSuccess: onClose };
  switch (asking.what) {
    case 'folder':
      return (
        <NameDialog
          title={t('folder.new')}
          label={t('folder.name')}
          verb={t('folder.create')}
          start=""
          pending={changes.createFolder.isPending}
          error={changes.createFolder.error}
          onDone={(name) => changes.createFolder.mutate(name, done)}
          onClose={onClose}
        />
      );
    case 'rename':
      return (
        <NameDialog
          title={t('folder.renameTitle', { name: asking.folder })}
          label={t('folder.name')}
          verb={t('folder.rename')}
          start={asking.folder}
          pending={changes.renameFolder.isPending}
          error={changes.renameFolder.error}
          onDone={(to) => changes.renameFolder.mutate({ from: asking.folder, to }, done)}
          onClose={onClose}
        />
      );
    case 'move':
      return (
        <NameDialog
          title={t('moveTitle', { count: asking.slugs.length })}
          label={t('folder.name')}
          verb={t('moveVerb')}
          start=""
          known={folders}
          mayBeEmpty
          pending={changes.move.isPending}
          error={changes.move.error}
          onDone={(folder) => changes.move.mutate({ slugs: asking.slugs, folder }, done)}
          onClose={onClose}
        />
      );
  }
}
