import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SegmentComposition } from '../../../contract/index.ts';
import { figureText } from '../../components/format/figure-text.ts';
import { nameOf } from '../../components/format/name-of.ts';
import { sentenceCase } from '../../components/format/sentence-case.ts';
import { useFormat } from '../../components/format/use-format.ts';
import { InnerLink } from '../../components/group/inner-link.tsx';
import { peopleAddress } from '../../components/group/group.ts';
import { AskedPanel } from '../../components/panel/asked-panel.tsx';
import { Panel } from '../../components/panel/panel.tsx';
import { compositionQuery } from './segment-queries.ts';
import styles from './segment-page.module.css';

const fewTraits = 8;
type Translate = ReturnType<typeof useTranslation<'segment'>>['t'];

/** How the members are made up beside all customers: trait by trait, then number by number. */
export function MakeupTab({ slug }: { readonly slug: string }) {
  const { t } = useTranslation('segment');
  const found = useQuery(compositionQuery(slug));
  return (
    <AskedPanel title={t('makeup.title')} answer={found} height={400}>
      {(answer) => (
        <div className={styles.stack}>
          <div>
            <InnerLink href={`/insights/apart?${new URLSearchParams({ a: slug }).toString()}`}>{t('makeup.apart')}</InnerLink>
          </div>
          <Traits answer={answer} slug={slug} />
          <Numbers numbers={answer.numbers} how={answer.how} />
        </div>
      )}
    </AskedPanel>
  );
}

function Traits({ answer, slug }: { readonly answer: SegmentComposition; readonly slug: string }) {
  const { t } = useTranslation('segment');
  const [all, setAll] = useState(false);
  const shown = all ? answer.traits : answer.traits.slice(0, fewTraits);
  return (
    <Panel title={t('makeup.title')} finding={answer.sentence} how={answer.how}>
      {answer.traits.length === 0 ? <p className={styles.muted}>{t('makeup.nothing')}</p> : null}
      <ul className={`${styles.rows} ${styles.twoColumns}`}>
        {shown.map((trait) => (
          <li key={trait.name} className={styles.row}>
            <h3 className={styles.muted}>{sentenceCase(trait.label)}</h3>
            {trait.values.slice(0, 5).map((value) => (
              <ShareBar
                key={value.value}
                slug={slug}
                whole={trait.base_known >= answer.customers}
                name={trait.name === 'country' ? nameOf('region', value.value) : value.value}
                {...value}
              />
            ))}
          </li>
        ))}
      </ul>
      {all || answer.traits.length <= fewTraits ? null : (
        <Anchor component="button" type="button" onClick={() => setAll(true)}>
          {t('makeup.all', { count: answer.traits.length })}
        </Anchor>
      )}
    </Panel>
  );
}

type Value = SegmentComposition['traits'][number]['values'][number];

type ShareBarProps = Value & { readonly slug: string; readonly name: string /** Known of everybody. */; readonly whole: boolean };

/** The share among members as a bar, that of all customers as a mark on it; of those of whom it is known, where that is not everybody. */
function ShareBar({ slug, name, whole, members, share, base_share: base, expression }: ShareBarProps) {
  const { t } = useTranslation('segment');
  const format = useFormat();
  const shares = { share: format.share(share), base: format.share(base), people: format.count(members) };
  const percent = (part: number) => `${Math.round(part * 1000) / 10}%`;
  return (
    <div>
      <div className={styles.label}>
        <InnerLink href={peopleAddress(`in segment "${slug}" and ${expression}`)}>{name}</InnerLink>
        <span>{whole ? t('makeup.beside', shares) : t('makeup.besideKnown', shares)}</span>
      </div>
      <div className={styles.bar} aria-hidden>
        <div className={styles.fill} style={{ width: percent(share) }} />
        <div className={styles.tick} style={{ left: percent(base) }} />
      </div>
    </div>
  );
}

function Numbers({ numbers, how }: { readonly numbers: SegmentComposition['numbers']; readonly how: string }) {
  const { t } = useTranslation('segment');
  const format = useFormat();
  const shown = (figure: { readonly name: string; readonly unit: string | null }, value: number | null) =>
    value === null ? '\u2013' : figureText(format, figure, value);
  return (
    <Panel
      title={t('numbers.title')}
      how={how}
      startAsTable
      chart={<span />}
      table={{
        columns: [
          { header: t('numbers.what') },
          { header: t('numbers.members') },
          { header: t('numbers.half') },
          { header: t('numbers.everyone') },
          { header: t('numbers.apart') },
        ],
        rows: numbers.map(({ name, label, unit, median, quartiles, base_median: base, effect }) => [
          sentenceCase(label),
          shown({ name, unit }, median),
          quartiles === null ? '\u2013' : `${shown({ name, unit }, quartiles.low)} \u2013 ${shown({ name, unit }, quartiles.high)}`,
          shown({ name, unit }, base),
          effect === null ? '\u2013' : apart(t, effect, format.decimal(effect)),
        ]),
      }}
    />
  );
}

/** Cohen’s words for a standardised difference. */
function apart(t: Translate, effect: number, shown: string): string {
  const size = Math.abs(effect);
  if (size >= 0.8) return t('numbers.large', { effect: shown });
  if (size >= 0.5) return t('numbers.medium', { effect: shown });
  return size >= 0.2 ? t('numbers.small', { effect: shown }) : t('numbers.none', { effect: shown });
}
