import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerSummary } from '../../../../../contract/index.ts';
import { useFormat } from '../../../../components/format/use-format.ts';
import { Waiting } from '../../../../components/waiting/waiting.tsx';
import { ProblemBox } from '../../../../components/problem/problem-box.tsx';
import { explainQuery } from '../live-query.ts';
import styles from './now-panel.module.css';

type Props = { readonly people: readonly CustomerSummary[]; readonly text: string; readonly stale: boolean };

/** A few of the people, so that one sees whether they are the ones who were meant. */
export function SamplePeople({ people, text, stale }: Props) {
  const { t } = useTranslation('segments-builder');
  return (
    <section className={styles.card}>
      <h2 className={styles.heading}>{t('sample.title')}</h2>
      <ul className={styles.list} data-stale={stale || undefined}>
        {people.map((person) => (
          <Person key={person.profile} person={person} text={text} />
        ))}
      </ul>
    </section>
  );
}

function Person({ person, text }: { readonly person: CustomerSummary; readonly text: string }) {
  const { t } = useTranslation('segments-builder');
  const [open, setOpen] = useState(false);
  return (
    <li className={styles.person}>
      <span className={styles.name}>
        <PersonName person={person} />
        <Button variant="subtle" size="compact-xs" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('sample.why')}
        </Button>
      </span>
      <PersonFacts person={person} />
      {open ? <Why text={text} customer={person.profile} /> : null}
    </li>
  );
}

export function PersonName({ person }: { readonly person: CustomerSummary }) {
  const { t } = useTranslation('segments-builder');
  return <span>{person.name ?? person.email ?? person.customer_id ?? t('sample.nameless', { number: person.profile })}</span>;
}

export function PersonFacts({ person }: { readonly person: CustomerSummary }) {
  const { t } = useTranslation('segments-builder');
  const format = useFormat();
  const parts = [
    t('sample.orders', { count: person.orders, formatted: format.count(person.orders) }),
    format.money(person.total_spent),
    ...(person.last_order_at === null ? [] : [t('sample.last', { day: format.day(person.last_order_at) })]),
  ];
  return <span className={styles.muted}>{parts.join(' · ')}</span>;
}

/** Which conditions hold, with the values that decided. */
function Why({ text, customer }: { readonly text: string; readonly customer: number }) {
  const { t } = useTranslation('segments-builder');
  const { data, error } = useQuery(explainQuery(text, customer));
  if (error !== null) return <ProblemBox error={error} />;
  if (data === undefined) return <Waiting lines={1} />;
  return (
    <ul className={styles.why}>
      {data.conditions
        .filter(({ holds }) => holds)
        .map(({ text: condition, sentence, actual }) => (
          <li key={condition}>
            {sentence}
            {actual === null ? null : <strong> {t('sample.actual', { value: String(actual) })}</strong>}
          </li>
        ))}
    </ul>
  );
}
