import { Button, Checkbox } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmWithWhatChanges } from '../../components/confirm/confirm-with-what-changes.tsx';
import { sentenceCase } from '../../components/format/sentence-case.ts';
import { useFormat } from '../../components/format/use-format.ts';
import { InnerLink } from '../../components/group/inner-link.tsx';
import styles from './data.module.css';
import { type Alike, alike, detailOf, joined, keyOf } from './several.ts';
import type { Pair } from './use-decide.ts';
import { useDecideSeveral } from './use-decide-several.ts';

const mostShown = 50;

/** Pairs by what is alike in them, to be chosen one by one or all of a kind; one word on all that are chosen, which is taken back as one. */
export function SeveralPart({ pairs }: { readonly pairs: readonly Pair[] }) {
  const { t } = useTranslation('data');
  const format = useFormat();
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<'same' | 'different' | undefined>(undefined);
  // What has been decided meanwhile is no longer listed.
  const chosen = pairs.filter((pair) => marked.has(keyOf(pair)));
  const decide = useDecideSeveral(() => {
    setAsked(undefined);
    setMarked(new Set());
  });
  const mark = (some: readonly Pair[], on: boolean): void =>
    setMarked((before) => {
      const next = new Set(before);
      for (const pair of some) {
        if (on) next.add(keyOf(pair));
        else next.delete(keyOf(pair));
      }
      return next;
    });
  const count = { count: chosen.length, formatted: format.count(chosen.length) };
  const { before, after, largest } = joined(chosen);
  return (
    <>
      {alike(pairs).map((group) => (
        <AlikePairs key={group.key} group={group} marked={marked} mark={mark} />
      ))}
      <div className={styles.bar}>
        <span role="status">{t('duplicates.chosen', count)}</span>
        <Button disabled={chosen.length === 0} onClick={() => setAsked('same')}>
          {t('duplicates.allSame')}
        </Button>
        <Button variant="default" disabled={chosen.length === 0} onClick={() => setAsked('different')}>
          {t('duplicates.allDifferent')}
        </Button>
      </div>
      <ConfirmWithWhatChanges
        opened={asked !== undefined}
        onClose={() => setAsked(undefined)}
        title={asked === 'different' ? t('duplicates.confirmDifferent', count) : t('duplicates.confirmSame', count)}
        verb={asked === 'different' ? t('duplicates.allDifferent') : t('duplicates.allSame')}
        pending={decide.isPending}
        error={decide.error}
        onConfirm={() => decide.mutate({ pairs: chosen, same: asked === 'same' })}
      >
        <p>
          {asked === 'different'
            ? t('duplicates.becomeNothing')
            : t('duplicates.become', { before: format.count(before), count: after, formatted: format.count(after) })}
        </p>
        {asked === 'same' && largest > 2 ? <p>{t('duplicates.largest', { formatted: format.count(largest) })}</p> : null}
      </ConfirmWithWhatChanges>
    </>
  );
}

type GroupProps = {
  readonly group: Alike;
  readonly marked: ReadonlySet<string>;
  readonly mark: (some: readonly Pair[], on: boolean) => void;
};

function AlikePairs({ group: { reason, score, pairs }, marked, mark }: GroupProps) {
  const { t } = useTranslation('data');
  const format = useFormat();
  const id = useId();
  const [all, setAll] = useState(false);
  const chosen = pairs.filter((pair) => marked.has(keyOf(pair))).length;
  const shown = all ? pairs : pairs.slice(0, mostShown);
  return (
    <section className={styles.alike} aria-labelledby={id}>
      <h2 id={id} className={styles.name}>
        {t('duplicates.because', { reason: sentenceCase(reason), sure: format.share(score) })}
      </h2>
      <Checkbox
        label={t('duplicates.chooseAll', { count: pairs.length, formatted: format.count(pairs.length) })}
        checked={chosen === pairs.length}
        indeterminate={chosen > 0 && chosen < pairs.length}
        onChange={({ currentTarget: { checked } }) => mark(pairs, checked)}
      />
      <ul className={styles.cards}>
        {shown.map((pair) => (
          <li key={keyOf(pair)} className={styles.card}>
            <Checkbox
              label={t('duplicates.pair', { a: pair.a.label, b: pair.b.label })}
              description={detailOf(pair.reason)}
              checked={marked.has(keyOf(pair))}
              onChange={({ currentTarget: { checked } }) => mark([pair], checked)}
            />
            <p className={styles.muted}>
              <InnerLink href={`/customers/${pair.a.profile}`}>{t('duplicates.customer', { number: pair.a.profile })}</InnerLink>
              {' · '}
              <InnerLink href={`/customers/${pair.b.profile}`}>{t('duplicates.customer', { number: pair.b.profile })}</InnerLink>
            </p>
          </li>
        ))}
      </ul>
      {shown.length < pairs.length ? (
        <Button variant="subtle" onClick={() => setAll(true)}>
          {t('duplicates.showAll', { count: pairs.length, formatted: format.count(pairs.length) })}
        </Button>
      ) : null}
    </section>
  );
}
