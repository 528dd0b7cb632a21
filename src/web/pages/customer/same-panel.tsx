import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../components/format/use-format.ts';
import { InnerLink } from '../../components/group/inner-link.tsx';
import { Panel } from '../../components/panel/panel.tsx';
import { ProblemBox } from '../../components/problem/problem-box.tsx';
import { type Pair, useDecide } from '../data/use-decide.ts';
import { useMayEdit } from '../segments/may-edit.ts';
import { sameQuery } from './customer-queries.ts';
import styles from './customer.module.css';

/** Who is probably the same as this customer, to decide. Nothing stands here where nobody is. */
export function SamePanel({ profile, id }: { readonly profile: number; readonly id: string }) {
  const { t } = useTranslation('customer');
  const { data } = useQuery(sameQuery(id));
  if (data === undefined || data.items.length === 0) return null;
  return (
    <Panel title={t('same.title')} how={t('same.how')}>
      <ul className={styles.list}>
        {data.items.map((pair) => (
          <OnePair key={`${pair.a.profile} ${pair.b.profile}`} pair={pair} profile={profile} />
        ))}
      </ul>
    </Panel>
  );
}

function OnePair({ pair, profile }: { readonly pair: Pair; readonly profile: number }) {
  const { t } = useTranslation('customer');
  const format = useFormat();
  const mayEdit = useMayEdit();
  const router = useRouter();
  const { same, apart, busy } = useDecide(pair, (survivor) => {
    if (survivor !== null && survivor !== profile) router.history.replace(`/customers/${survivor}`);
  });
  const other = pair.a.profile === profile ? pair.b : pair.a;
  return (
    <li>
      <InnerLink href={`/customers/${other.profile}`}>{other.label}</InnerLink>
      <p className={styles.muted}>{t('same.because', { reason: pair.reason, sure: format.share(pair.score) })}</p>
      {mayEdit ? (
        <Group gap="xs" mt={4}>
          <Button
            size="compact-xs"
            variant="default"
            loading={same.isPending}
            disabled={busy}
            aria-label={t('same.sameAs', { name: other.label })}
            onClick={() => same.mutate()}
          >
            {t('same.same')}
          </Button>
          <Button
            size="compact-xs"
            variant="default"
            loading={apart.isPending}
            disabled={busy}
            aria-label={t('same.notAs', { name: other.label })}
            onClick={() => apart.mutate()}
          >
            {t('same.different')}
          </Button>
        </Group>
      ) : null}
      {same.error === null ? null : <ProblemBox error={same.error} />}
      {apart.error === null ? null : <ProblemBox error={apart.error} />}
    </li>
  );
}
