import { Button, Kbd, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconUsers } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state/empty-state.tsx';
import { sentenceCase } from '../../components/format/sentence-case.ts';
import { useFormat } from '../../components/format/use-format.ts';
import { ProblemBox } from '../../components/problem/problem-box.tsx';
import { Asked } from '../../components/waiting/asked.tsx';
import { useMayEdit } from '../segments/may-edit.ts';
import { duplicatesQuery } from './data-queries.ts';
import styles from './data.module.css';
import { SeveralPart } from './several-part.tsx';
import { Side } from './side.tsx';
import { type Pair, useDecide } from './use-decide.ts';

/** Pairs that are probably one customer, one at a time (the same, different, or later) or several at once. */
export function DuplicatesPart() {
  const { t } = useTranslation('data');
  const asked = useQuery(duplicatesQuery);
  return (
    <Asked answer={asked} lines={6}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState icon={IconUsers} title={t('duplicates.none')}>
            {t('duplicates.noneWhy')}
          </EmptyState>
        ) : (
          <ByOneOrSeveral pairs={items} />
        )
      }
    </Asked>
  );
}

function ByOneOrSeveral({ pairs }: { readonly pairs: readonly Pair[] }) {
  const { t } = useTranslation('data');
  const format = useFormat();
  const mayEdit = useMayEdit();
  const [several, setSeveral] = useState(false);
  return (
    <>
      <p className={styles.finding}>{t('duplicates.finding', { count: pairs.length, formatted: format.count(pairs.length) })}</p>
      {mayEdit && pairs.length > 1 ? (
        <SegmentedControl
          aria-label={t('duplicates.way')}
          data={[
            { value: 'one', label: t('duplicates.oneByOne') },
            { value: 'several', label: t('duplicates.several') },
          ]}
          value={several ? 'several' : 'one'}
          onChange={(way) => setSeveral(way === 'several')}
          mb="md"
        />
      ) : null}
      {several ? <SeveralPart pairs={pairs} /> : <Deciding pairs={pairs} />}
    </>
  );
}

function Deciding({ pairs }: { readonly pairs: readonly Pair[] }) {
  const { t } = useTranslation('data');
  const format = useFormat();
  const mayEdit = useMayEdit();
  const [at, setAt] = useState(0);
  const pair = pairs[Math.min(at, pairs.length - 1)];
  const { same, apart, busy } = useDecide(pair);
  const { mutate: sayApart } = apart;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (
        event.metaKey ||
        event.ctrlKey ||
        event.altKey ||
        busy ||
        (event.target instanceof HTMLElement && /^(input|textarea|select)$/i.test(event.target.tagName))
      )
        return;
      if (event.key === 'd' && mayEdit) sayApart();
      if (event.key === 'l') setAt((before) => (before + 1) % pairs.length);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [busy, mayEdit, pairs.length, sayApart]);
  if (pair === undefined) return null;
  return (
    <>
      <p>{t('duplicates.because', { reason: sentenceCase(pair.reason), sure: format.share(pair.score) })}</p>
      <div className={styles.sides}>
        <Side profile={pair.a.profile} label={pair.a.label} />
        <Side profile={pair.b.profile} label={pair.b.label} />
      </div>
      <div className={styles.actions}>
        {mayEdit ? (
          <>
            <Button loading={same.isPending} disabled={busy} onClick={() => same.mutate()}>
              {t('duplicates.same')}
            </Button>
            <Button variant="default" loading={apart.isPending} disabled={busy} rightSection={<Kbd>d</Kbd>} onClick={() => apart.mutate()}>
              {t('duplicates.different')}
            </Button>
          </>
        ) : null}
        <Button variant="default" disabled={busy} rightSection={<Kbd>l</Kbd>} onClick={() => setAt((at + 1) % pairs.length)}>
          {t('duplicates.later')}
        </Button>
      </div>
      {same.error === null ? null : <ProblemBox error={same.error} />}
      {apart.error === null ? null : <ProblemBox error={apart.error} />}
    </>
  );
}
