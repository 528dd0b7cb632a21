import { IconLock } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state/empty-state.tsx';
import { Page } from '../../components/page/page.tsx';
import { useMayEdit } from '../segments/may-edit.ts';
import { Bring } from './bring/bring.tsx';
import { ExampleNotice } from './example/example-notice.tsx';
import { Progressing } from './running/progressing.tsx';
import { EmptyFile } from './review/empty-file.tsx';
import { Review } from './review/review.tsx';

const route = getRouteApi('/shell/imports/new');

/** From files to facts: bring them, see what they hold and what they will change, import, look at what came in. The address holds how far it is. */
export function NewImportPage() {
  const { t } = useTranslation('imports');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { files, job } = search;
  const mayEdit = useMayEdit();
  if (job !== undefined) return <Progressing job={job} onAgain={() => void navigate({ search: { files: [] } })} />;
  if (!mayEdit)
    return (
      <Page title={t('new.title')}>
        <EmptyState icon={IconLock} title={t('new.viewer')}>
          {t('new.viewerWhy')}
        </EmptyState>
      </Page>
    );
  return (
    <Page title={t('new.title')} lead={files.length === 0 ? t('new.lead') : t('new.reviewLead')}>
      <ExampleNotice />
      <Bring
        compact={files.length > 0}
        onArrived={(uploaded, empty) =>
          void navigate({
            search: (before) => ({
              ...before,
              files: [...(before.files ?? []), ...uploaded.map(({ id }) => id)],
              empty: [...new Set([...(before.empty ?? []), ...empty])],
              rehearsal: undefined,
            }),
            replace: true,
          })
        }
      />
      {(search.empty ?? []).map((name) => (
        <EmptyFile
          key={name}
          name={name}
          onRemove={() => void navigate({ search: (before) => ({ ...before, empty: (before.empty ?? []).filter((each) => each !== name) }), replace: true })}
        />
      ))}
      {files.length === 0 ? null : (
        <Review
          files={files}
          rehearsal={search.rehearsal}
          onRemove={(id) =>
            void navigate({
              search: (before) => ({ ...before, files: (before.files ?? []).filter((file) => file !== id), rehearsal: undefined }),
              replace: true,
            })
          }
          onRehearsal={(rehearsal) => void navigate({ search: (before) => ({ ...before, rehearsal }), replace: true })}
          onImport={(started) => void navigate({ search: { files: [], job: started } })}
        />
      )}
    </Page>
  );
}
