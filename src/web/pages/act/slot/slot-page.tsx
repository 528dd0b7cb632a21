import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../../../components/page/page.tsx';
import { Asked } from '../../../components/waiting/asked.tsx';
import { slotQuery } from '../act-queries.ts';
import { SlotEditor } from './slot-editor.tsx';

const route = getRouteApi('/shell/act/slots/$slug');

export function SlotPage() {
  const { t } = useTranslation('act');
  const { slug } = route.useParams();
  const found = useQuery(slotQuery(slug));
  return (
    <Page title={found.data?.name ?? slug} lead={t('slot.lead', { slug })}>
      <Asked answer={found}>{(slot) => <SlotEditor key={slot.slug} slot={slot} />}</Asked>
    </Page>
  );
}
