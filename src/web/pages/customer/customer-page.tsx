import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { vocabularyQuery } from '../../api/vocabulary.ts';
import { nameOf } from '../../components/format/name-of.ts';
import { useFormat } from '../../components/format/use-format.ts';
import { InnerLink } from '../../components/group/inner-link.tsx';
import { Page } from '../../components/page/page.tsx';
import { ProblemBox } from '../../components/problem/problem-box.tsx';
import { Waiting } from '../../components/waiting/waiting.tsx';
import { type Customer, customerQuery } from './customer-queries.ts';
import styles from './customer.module.css';
import { FactsPanel } from './facts-panel.tsx';
import { IdentifiersPanel } from './identifiers-panel.tsx';
import { MergeButton } from './merge-button.tsx';
import { MergedPanel } from './merged-panel.tsx';
import { NotesPanel } from './notes-panel.tsx';
import { ForetoldPanels } from './predicted/foretold-panels.tsx';
import { OffersPanel } from './predicted/offers-panel.tsx';
import { RhythmPanel } from './rhythm-panel.tsx';
import { SamePanel } from './same-panel.tsx';
import { SegmentsPanel } from './segments-panel.tsx';
import { TimelinePanel } from './timeline-panel.tsx';
import { ValueFigures } from './value-figures.tsx';

const route = getRouteApi('/shell/customers/$profile');

/** One customer whole: who they are, what they are worth, what happened, and why they are where they are. */
export function CustomerPage() {
  const { t } = useTranslation('customer');
  const { profile } = route.useParams();
  const id = `#${profile}`;
  const asked = useQuery(customerQuery(id));
  const { data: vocabulary } = useQuery(vocabularyQuery);
  const { data } = asked;
  if (data === undefined)
    return (
      <Page title={t('nameless', { profile })}>
        {asked.isError ? <ProblemBox error={asked.error} onRetry={() => void asked.refetch()} /> : <Waiting height={480} />}
      </Page>
    );
  return (
    <Page
      title={titleOf(data) ?? t('nameless', { profile })}
      lead={<Lead customer={data} />}
      actions={
        <>
          <InnerLink href="/customers">{t('backToAll')}</InnerLink>
          <MergeButton profile={data.profile} label={titleOf(data) ?? t('nameless', { profile })} />
        </>
      }
    >
      <ValueFigures customer={data} id={id} />
      <div className={styles.columns}>
        <div className={styles.main}>
          <RhythmPanel customer={data} id={id} />
          <TimelinePanel id={id} />
        </div>
        <div className={styles.side}>
          <ForetoldPanels id={id} />
          <OffersPanel id={id} />
          <SegmentsPanel customer={data} id={id} />
          <SamePanel profile={data.profile} id={id} />
          <NotesPanel id={id} />
          {vocabulary === undefined ? null : <FactsPanel customer={data} vocabulary={vocabulary} />}
          <IdentifiersPanel customer={data} />
          <MergedPanel id={id} />
        </div>
      </div>
    </Page>
  );
}

const titleOf = ({ name, identifiers }: Customer): string | undefined => name ?? identifiers[0]?.value;

/** Contacts, place, and since when. */
function Lead({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation('customer');
  const format = useFormat();
  const contacts = customer.identifiers.filter(({ namespace }) => namespace === 'email' || namespace === 'phone').map(({ value }) => value);
  const { city, country } = customer.traits;
  const place = [city, typeof country === 'string' ? nameOf('region', country) : undefined].filter((part) => typeof part === 'string').join(', ');
  const first = customer.features['first_order_at'];
  const since = typeof first === 'string' ? t('since', { month: format.month(first) }) : t('neverOrdered');
  return <span className={styles.lead}>{[...contacts.slice(0, 2), place, since].filter((part) => part !== '').join(' · ')}</span>;
}
