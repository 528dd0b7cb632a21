import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { vocabularyQuery } from '../../../api/vocabulary.ts';
import { useMayEdit } from '../may-edit.ts';
import { Page } from '../../../components/page/page.tsx';
import { Asked } from '../../../components/waiting/asked.tsx';
import { Builder } from './builder.tsx';
import { draftQuery } from './segment-query.ts';
import { usePublished } from './use-published.ts';

const route = getRouteApi('/shell/segments/~new');

/** A segment there is not yet. Its draft has a name of its own in the address, so that it is there again after a reload. */
export function NewSegmentPage() {
  const { t } = useTranslation('segments-builder');
  const { draft, text = '', name = '', folder = '', view } = route.useSearch();
  const navigate = route.useNavigate();
  const router = useRouter();
  const published = usePublished();
  const [fresh] = useState(() => `new-${crypto.randomUUID().slice(0, 8)}`);
  useEffect(() => {
    if (draft === undefined) void navigate({ search: (before) => ({ ...before, draft: fresh }), replace: true });
  }, [draft, fresh, navigate]);
  const draftKey = draft ?? fresh;
  const vocabulary = useQuery(vocabularyQuery);
  const mayEdit = useMayEdit();
  const kept = useQuery(draftQuery(draftKey, mayEdit));
  if (vocabulary.data === undefined || kept.data === undefined)
    return (
      <Page title={t('newTitle')}>
        <Asked answer={vocabulary}>{() => <Asked answer={kept}>{() => null}</Asked>}</Asked>
      </Page>
    );
  const start = kept.data === null ? { text, name, folder } : { text: kept.data.text, name: kept.data.name, folder: kept.data.folder };
  return (
    <Builder
      key={draftKey}
      start={start}
      base={undefined}
      draftKey={draftKey}
      begunFrom={undefined}
      vocabulary={vocabulary.data}
      view={view}
      onView={(next) => void navigate({ search: (before) => ({ ...before, view: next }), replace: true })}
      onPublished={published}
      onDiscarded={() => router.history.push('/segments')}
    />
  );
}
