import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../components/format/use-format.ts';
import { InnerLink } from '../../components/group/inner-link.tsx';
import { Panel } from '../../components/panel/panel.tsx';
import { Asked } from '../../components/waiting/asked.tsx';
import { ComingChanges } from './coming-changes.tsx';
import { type Customer, whyQuery } from './customer-queries.ts';
import styles from './customer.module.css';

/** Segments with since when and, on request, why, and when time alone ends it. */
export function SegmentsPanel({ customer, id }: { readonly customer: Customer; readonly id: string }) {
  const { t } = useTranslation('customer');
  const format = useFormat();
  const [asked, setAsked] = useState<string>();
  const { segments } = customer;
  return (
    <Panel
      title={t('segments.title')}
      finding={segments.length === 0 ? t('segments.none') : t('segments.finding', { count: segments.length, formatted: format.count(segments.length) })}
    >
      <ul className={styles.list}>
        {segments.map(({ slug, name, since }) => (
          <li key={slug}>
            <div className={styles.row}>
              <InnerLink href={`/segments/${slug}`}>{name}</InnerLink>
              {since === null ? null : <span className={styles.muted}>{t('segments.since', { day: format.day(since) })}</span>}
              <Button
                variant="subtle"
                size="compact-xs"
                aria-label={t('segments.whyOf', { name })}
                aria-expanded={asked === slug}
                onClick={() => setAsked(asked === slug ? undefined : slug)}
              >
                {t('segments.why')}
              </Button>
            </div>
            {asked === slug ? <Why slug={slug} id={id} /> : null}
          </li>
        ))}
      </ul>
      <ComingChanges id={id} />
    </Panel>
  );
}

function Why({ slug, id }: { readonly slug: string; readonly id: string }) {
  const { t } = useTranslation('customer');
  const format = useFormat();
  const why = useQuery(whyQuery(slug, id));
  return (
    <Asked answer={why} lines={2}>
      {({ listed, conditions, leaves_at: leaves }) => (
        <div className={styles.why}>
          {listed === null ? null : <p>{t('segments.listed')}</p>}
          <ul>
            {conditions.map(({ text, sentence, holds, actual, because }) => (
              <li key={text}>
                <span className={styles.holds} data-holds={holds}>
                  {holds ? '✓' : '✗'}
                  <span className={styles.spoken}>{holds ? t('segments.holds') : t('segments.fails')}</span>
                </span>{' '}
                {sentence}
                {actual === null ? null : (
                  <span className={styles.muted}>{t('segments.actual', { value: Array.isArray(actual) ? actual.join(', ') : String(actual) })}</span>
                )}
                {because === null ? null : <span className={styles.muted}> {because}</span>}
              </li>
            ))}
          </ul>
          <p className={styles.muted}>{leaves === null ? t('segments.stays') : t('segments.leaves', { day: format.day(leaves) })}</p>
        </div>
      )}
    </Asked>
  );
}
