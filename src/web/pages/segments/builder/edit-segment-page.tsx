import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatPretty, parse } from '../../../../language/index.ts';
import { vocabularyQuery } from '../../../api/vocabulary.ts';
import { useMayEdit } from '../may-edit.ts';
import { Page } from '../../../components/page/page.tsx';
import { Asked } from '../../../components/waiting/asked.tsx';
import { Builder } from './builder.tsx';
import { draftQuery, segmentQuery } from './segment-query.ts';
import { usePublished } from './use-published.ts';

const route = getRouteApi('/shell/segments/$slug/edit');

/** A segment in force, changed in a draft that nobody else sees until it is published. */
export function EditSegmentPage() {
  const { t } = useTranslation('segments-builder');
  const { slug } = route.useParams();
  const { view } = route.useSearch();
  const navigate = route.useNavigate();
  const published = usePublished();
  const vocabulary = useQuery(vocabularyQuery);
  const segment = useQuery(segmentQuery(slug));
  const mayEdit = useMayEdit();
  const kept = useQuery(draftQuery(slug, mayEdit));
  if (vocabulary.data === undefined || segment.data === undefined || kept.data === undefined)
    return (
      <Page title={t('loadingTitle')}>
        <Asked answer={segment}>{() => <Asked answer={vocabulary}>{() => <Asked answer={kept}>{() => null}</Asked>}</Asked>}</Asked>
      </Page>
    );
  const { value, etag } = segment.data;
  const inForce = { text: pretty(value.text), name: value.name, folder: value.folder };
  const start = kept.data === null ? inForce : { text: kept.data.text, name: kept.data.name, folder: kept.data.folder };
  return (
    <Builder
      key={slug}
      start={start}
      base={{ ...inForce, slug, version: value.version, etag }}
      draftKey={slug}
      begunFrom={kept.data?.base_version ?? undefined}
      vocabulary={vocabulary.data}
      view={view}
      onView={(next) => void navigate({ search: (before) => ({ ...before, view: next }), replace: true })}
      onPublished={published}
      onDiscarded={() => published(slug)}
    />
  );
}

/** Canonical text over several lines, where one would be long. */
function pretty(text: string): string {
  const parsed = parse(text);
  return parsed.ok ? formatPretty(parsed.value.tree) : text;
}
