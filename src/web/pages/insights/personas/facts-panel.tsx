import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../components/format/use-format.ts';
import { peopleAddress } from '../../../components/group/group.ts';
import { InnerLink } from '../../../components/group/inner-link.tsx';
import { Panel } from '../../../components/panel/panel.tsx';
import styles from './personas.module.css';
import type { Fact } from './personas-query.ts';

type Props = { readonly title: string; readonly facts: readonly Fact[]; readonly how: string };

/** What is known of them in one respect; each fact says where it comes from and leads to its people. */
export function FactsPanel({ title, facts, how }: Props) {
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
          { header: t('personas.share'), format: format.share },
          { header: t('personas.source') },
        ],
        rows: facts.map(({ label, value, share, source }) => [label, value, share, source]),
      }}
    >
      <dl className={styles.facts}>
        {facts.map((fact) => (
          <div key={`${fact.label} ${fact.value}`} className={styles.fact}>
            <dt>
              {fact.label}
              <span className={styles.source}>{t('personas.from', { source: fact.source })}</span>
            </dt>
            <dd>
              {fact.expression === null || fact.people === 0 ? (
                fact.value
              ) : (
                <InnerLink href={peopleAddress(fact.expression)} underline="always">
                  {fact.value}
                </InnerLink>
              )}
              {fact.share === null ? null : <span className={styles.muted}> {format.share(fact.share)}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );

  function findingOf(fact: Fact | undefined): string | undefined {
    if (fact === undefined) return undefined;
    const { label, value, share } = fact;
    return share === null ? t('personas.fact', { label, value }) : t('personas.factShare', { label, value, share: format.share(share) });
  }
}
