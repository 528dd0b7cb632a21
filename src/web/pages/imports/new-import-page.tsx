import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../../components/page/page.tsx';
import { Bring } from './bring/bring.tsx';
import { ExampleNotice } from './example/example-notice.tsx';
import { Progressing } from './running/progressing.tsx';
import { Review } from './review/review.tsx';

const route = getRouteApi('/shell/imports/new');

/** From files to facts: bring them, see what they hold and what they will change, import, look at what came in. The address holds how far it is. */
export function NewImportPage() {
  const { t } = useTranslation('imports');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { files, job } = search;
  if (job !== undefined) return <Progressing job={job} onAgain={() => void navigate({ search: { files: [] } })} />;
  return (
    <Page title={t('new.title')} lead={files.length === 0 ? t('new.lead') : t('new.reviewLead')}>
      <ExampleNotice />
      <Bring
        compact={files.length > 0}
        onArrived={(uploaded) =>
          void navigate({
            search: (before) => ({ ...before, files: [...(before.files ?? []), ...uploaded.map(({ id }) => id)], rehearsal: undefined }),
            replace: true,
          })
        }
      />
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
