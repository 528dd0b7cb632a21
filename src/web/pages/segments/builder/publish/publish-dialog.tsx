import { Button, Group, Modal, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Vocabulary } from '../../../../../language/index.ts';
import { answer, client, ifMatch } from '../../../../api/client.ts';
import { key } from '../../../../api/keys.ts';
import { isProblem } from '../../../../api/problem.ts';
import { Asked } from '../../../../components/waiting/asked.tsx';
import { ProblemBox } from '../../../../components/problem/problem-box.tsx';
import type { Base } from '../base.ts';
import { impactQuery } from '../live-query.ts';
import { segmentQuery } from '../segment-query.ts';
import type { Start } from '../use-editor.ts';
import { Conflict } from './conflict.tsx';
import { ImpactView } from './impact-view.tsx';

type Props = {
  readonly base: Base | undefined;
  /** The version that the work began from. */
  readonly version: number | undefined;
  readonly draftKey: string;
  readonly work: Start;
  readonly vocabulary: Vocabulary;
  readonly onName: (name: string) => void;
  readonly onClose: () => void;
  /** While it is on its way. */
  readonly onSending: (sending: boolean) => void;
  readonly onVersion: (version: number) => void;
  readonly onTheirs: (theirs: Start) => void;
  readonly onPublished: (slug: string) => void;
};

/** What will change, before it changes; then the change itself, with a note for the history. */
export function PublishDialog(props: Props) {
  const { base, version, draftKey, work, onName, onClose, onPublished } = props;
  const { t } = useTranslation('segments-builder');
  const queryClient = useQueryClient();
  const [note, setNote] = useState('');
  const publish = useMutation({
    mutationFn: async () => {
      const body = { text: work.text, name: work.name.trim(), folder: work.folder.trim(), ...(note.trim() === '' ? {} : { note: note.trim() }) };
      if (base === undefined) return (await answer(client.POST('/api/v1/segments', { body }))).slug;
      const headers = ifMatch(version === undefined ? base.etag : `"${version}"`);
      return (await answer(client.PATCH('/api/v1/segments/{slug}', { params: { path: { slug: base.slug } }, body: { ...body, background: true }, headers })))
        .slug;
    },
    onMutate: () => props.onSending(true),
    onError: () => props.onSending(false),
    onSuccess: async (slug) => {
      await client.DELETE('/api/v1/drafts/{key}', { params: { path: { key: draftKey } } });
      queryClient.removeQueries({ queryKey: key('segments', 'draft', draftKey) });
      // The page that follows shows the new definition; what else was counted may come when it comes.
      await queryClient.invalidateQueries({ queryKey: segmentQuery(slug).queryKey });
      onPublished(slug);
      void queryClient.invalidateQueries({ queryKey: key('segments') });
    },
  });
  const conflict = isProblem(publish.error) && publish.error.body.code === 'request.stale';
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={base === undefined ? t('publish.newTitle') : t('publish.editTitle', { name: base.name })}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {conflict && base !== undefined ? (
        <Conflict
          slug={base.slug}
          mine={work}
          onTheirs={props.onTheirs}
          onMine={(theirs) => {
            props.onVersion(theirs);
            publish.reset();
          }}
        />
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            publish.mutate();
          }}
        >
          {base === undefined ? (
            <TextInput
              label={t('name')}
              description={t('publish.nameHint')}
              required
              data-autofocus
              value={work.name}
              maxLength={200}
              onChange={({ currentTarget }) => onName(currentTarget.value)}
            />
          ) : (
            <WhatChanges slug={base.slug} text={work.text} />
          )}
          <Textarea
            mt="sm"
            label={t('publish.note')}
            description={t('publish.noteHint')}
            autosize
            minRows={2}
            maxLength={2000}
            value={note}
            onChange={({ currentTarget }) => setNote(currentTarget.value)}
          />
          {publish.error === null ? null : <ProblemBox error={publish.error} />}
          <Group justify="flex-end" gap="xs" mt="md">
            <Button variant="default" onClick={onClose}>
              {t('publish.notYet')}
            </Button>
            <Button type="submit" loading={publish.isPending} disabled={work.name.trim() === ''}>
              {t('publish.verb')}
            </Button>
          </Group>
        </form>
      )}
    </Modal>
  );
}

function WhatChanges({ slug, text }: { readonly slug: string; readonly text: string }) {
  const impact = useQuery(impactQuery(slug, text));
  return <Asked answer={impact}>{(found) => <ImpactView impact={found} />}</Asked>;
}
