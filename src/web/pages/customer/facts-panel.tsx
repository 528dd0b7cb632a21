import { Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AttributeWord, Vocabulary } from '../../../language/index.ts';
import { sentenceCase } from '../../components/format/sentence-case.ts';
import { useFormat } from '../../components/format/use-format.ts';
import { Panel } from '../../components/panel/panel.tsx';
import { ValueCell } from '../customers/value-cell.tsx';
import type { Customer } from './customer-queries.ts';
import styles from './customer.module.css';

/** Of who never came, nothing is known of visits, and no zero is told. */
const visits = ['visits_30d', 'visits_90d'];
const habits = new Set([
  'favourite_product',
  'favourite_category',
  'favourite_channel',
  'favourite_weekday',
  'favourite_hour',
  'engagement_level',
  ...visits,
  'discount_share',
  'return_share',
]);

/** Traits with where each came from, and habits. */
export function FactsPanel({ customer, vocabulary }: { readonly customer: Customer; readonly vocabulary: Vocabulary }) {
  const { t } = useTranslation('customer');
  const { traits, features, trait_sources: sources } = customer;
  const words = [...vocabulary.attributes.values()];
  const known = (value: unknown) => value !== null && value !== undefined;
  const ofTraits = words.filter(({ name, table }) => table === 'attributes' && known(traits[name]));
  const came = known(features['last_visit_at']);
  const ofHabits = words.filter(({ name }) => habits.has(name) && known(features[name]) && (came || !visits.includes(name)));
  const best = features['favourite_product'] ?? features['favourite_category'];
  return (
    <>
      <Panel title={t('who.title')} finding={ofTraits.length === 0 ? t('who.none') : undefined}>
        <dl className={styles.facts}>
          {ofTraits.map((word) => (
            <Fact key={word.name} word={word} value={traits[word.name]} currency={vocabulary.currency} source={sources[word.name]} />
          ))}
        </dl>
      </Panel>
      {ofHabits.length === 0 ? null : (
        <Panel title={t('habits.title')} finding={typeof best === 'string' ? t('habits.finding', { what: best }) : undefined}>
          <dl className={styles.facts}>
            {ofHabits.map((word) => (
              <Fact key={word.name} word={word} value={features[word.name]} currency={vocabulary.currency} />
            ))}
          </dl>
        </Panel>
      )}
    </>
  );
}

type Source = { readonly source: string; readonly at: string | null } | undefined;

function Fact({
  word,
  value,
  currency,
  source,
}: {
  readonly word: AttributeWord;
  readonly value: unknown;
  readonly currency: string;
  readonly source?: Source;
}) {
  const { t } = useTranslation('customer');
  const format = useFormat();
  const shown = <ValueCell value={value} word={word} currency={currency} />;
  const from =
    source === undefined
      ? undefined
      : source.source === 'enrichment'
        ? t('who.worked')
        : source.at === null
          ? t('who.fromUnknown', { source: source.source })
          : t('who.from', { source: source.source, day: format.day(source.at) });
  return (
    <>
      <dt>{sentenceCase(word.label)}</dt>
      <dd>
        {from === undefined ? (
          shown
        ) : (
          <Tooltip label={from}>
            <button type="button" className={styles.source}>
              {shown}
            </button>
          </Tooltip>
        )}
      </dd>
    </>
  );
}
