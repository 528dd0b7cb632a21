import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../components/format/use-format.ts';
import { NewNotices } from '../../components/notices/new-notices.tsx';
import { Page } from '../../components/page/page.tsx';
import { Panels } from '../../components/panel/panel.tsx';
import { usePerson } from '../../components/use-workspace.ts';
import { Asked } from '../../components/waiting/asked.tsx';
import { KeysPanel } from './keys-panel.tsx';
import { MessagesPanel } from './messages-panel.tsx';
import { SettingsPanel } from './settings-panel.tsx';
import { SetUpPanel } from './set-up-panel.tsx';
import { ShapesPanel } from './shapes-panel.tsx';
import { sourceQuery } from './source-queries.ts';
import { VolumesPanel } from './volumes-panel.tsx';

const route = getRouteApi('/shell/sources/$slug');

/** One live source: how it is set up, what arrives from it, and whether it can be read. */
export function SourcePage() {
  const { t } = useTranslation('sources');
  const { slug } = route.useParams();
  const format = useFormat();
  const person = usePerson();
  const answer = useQuery(sourceQuery(slug));
  const mayEdit = person !== undefined && person.role !== 'viewer';
  const source = answer.data;
  const lead =
    source === undefined
      ? undefined
      : `${t(`type.${source.type}`)} · ${source.last_seen_at === null ? t('never') : t('lastSeen', { at: format.moment(source.last_seen_at) })}`;
  return (
    <Page title={source?.name ?? slug} {...(lead === undefined ? {} : { lead })}>
      <Asked answer={answer}>
        {(found) => (
          <>
            <NewNotices source={found.slug} />
            {mayEdit ? <SetUpPanel source={found} /> : null}
            <MessagesPanel source={found} />
            <Panels>
              <VolumesPanel slug={slug} />
              {mayEdit ? <KeysPanel source={found} owner={person.role === 'owner'} /> : null}
            </Panels>
            {person?.role === 'owner' ? <SettingsPanel key={found.slug} source={found} /> : null}
            <ShapesPanel slug={slug} />
          </>
        )}
      </Asked>
    </Page>
  );
}
