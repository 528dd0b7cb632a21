import { useTranslation } from 'react-i18next';
import { nameOf } from '../../../components/format/name-of.ts';
import { sentenceCase } from '../../../components/format/sentence-case.ts';
import { useFormat } from '../../../components/format/use-format.ts';
import { peopleAddress } from '../../../components/group/group.ts';
import { InnerLink } from '../../../components/group/inner-link.tsx';
import { Panel } from '../../../components/panel/panel.tsx';
import { knownOf } from './known-of.ts';
import styles from './personas.module.css';
import type { Fact } from './personas-query.ts';

type Props = { readonly title: string; readonly facts: readonly Fact[]; readonly how: string; readonly people: number };

/** What is known of them in one respect; each fact says where it comes from and leads to its people. */
export function FactsPanel({ title, facts, how, people }: Props) {
  const { t } = useTranslation('insights');
  const format = useFormat();
  const first = facts[0];
  return (
    <Panel
      title={title}
      finding={findingOf(first)}
      how={how}
      table={{
        columns: [
          { header: t('personas.what') },
          { header: t('personas.value') },
          { header: t('personas.ofKnown'), format: format.share },
          { header: t('personas.source') },
        ],
        rows: facts.map(({ label, value, share, source }) => [label, value, share, source]),
      }}
    >
      <dl className={styles.facts}>
        {[...byLabel(facts)].map(([label, values]) => (
          <div key={label} className={styles.fact}>
            <dt>
              {sentenceCase(label)}
              <span className={styles.source}>{fromWhom(values[0])}</span>
            </dt>
            <dd>
              {values.map((fact) => (
                <span key={fact.value} className={styles.value}>
                  {fact.expression === null || fact.people === 0 ? shown(fact) : <InnerLink href={peopleAddress(fact.expression)}>{shown(fact)}</InnerLink>}
                  {fact.share === null ? null : <span className={styles.muted}> {format.share(fact.share)}</span>}
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );

  /** Where it was read, and of how many of them it is known where that is not everybody: a share is of those alone. */
  function fromWhom(fact: Fact | undefined): string {
    if (fact === undefined) return '';
    const [where, known] = [fromWhere(fact.source), knownOf(fact)];
    const isTrait = fact.source.startsWith('trait ') || fact.source.startsWith('feature ');
    return isTrait && known < people ? t('personas.knownOf', { where, known: format.count(known), people: format.count(people) }) : where;
  }

  /** Where a number was read; the table has the name of the very trait. */
  function fromWhere(source: string): string {
    if (source.startsWith('trait ')) return t('personas.fromRecords');
    return source.startsWith('feature ') ? t('personas.fromOrders') : t('personas.from', { source });
  }

  function findingOf(fact: Fact | undefined): string | undefined {
    if (fact === undefined) return undefined;
    const { share } = fact;
    const [label, value] = [sentenceCase(fact.label), shown(fact)];
    return share === null ? t('personas.fact', { label, value }) : t('personas.factShare', { label, value, share: format.share(share) });
  }
}

const shown = ({ source, value }: Fact): string => (source === 'trait country' ? nameOf('region', value) : value);

function byLabel(facts: readonly Fact[]): ReadonlyMap<string, readonly Fact[]> {
  const grouped = new Map<string, Fact[]>();
  for (const fact of facts) grouped.set(fact.label, [...(grouped.get(fact.label) ?? []), fact]);
  return grouped;
}
