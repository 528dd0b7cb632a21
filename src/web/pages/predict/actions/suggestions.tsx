import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../../../api/client.ts';
import { key } from '../../../api/keys.ts';
import { useFormat } from '../../../components/format/use-format.ts';
import { peopleAddress } from '../../../components/group/group.ts';
import { InnerLink } from '../../../components/group/inner-link.tsx';
import { People } from '../../../components/people/people.tsx';
import { ProblemBox } from '../../../components/problem/problem-box.tsx';
import styles from '../predict.module.css';
import { type Action, type Suggestion, suggestionsQuery } from './actions-query.ts';

/** What this shop has the people for and does not do yet; one click makes it an action, which then can be changed. */
export function Suggestions({ actions }: { readonly actions: readonly Action[] }) {
  const { t } = useTranslation('predict');
  const { data } = useQuery(suggestionsQuery);
  const left = (data?.items ?? []).filter(({ eligible }) => !actions.some((action) => action.eligible === eligible));
  if (left.length === 0) return null;
  return (
    <section aria-label={t('actions.suggested')}>
      <h3 className={styles.subtitle}>{t('actions.suggested')}</h3>
      <ul className={styles.list}>
        {left.map((suggestion) => (
          <OneSuggestion key={suggestion.kind} suggestion={suggestion} />
        ))}
      </ul>
    </section>
  );
}

function OneSuggestion({ suggestion }: { readonly suggestion: Suggestion }) {
  const { t } = useTranslation('predict');
  const format = useFormat();
  const queryClient = useQueryClient();
  const { name, channel, eligible, cost, value, rest_days, most, people, why } = suggestion;
  const take = useMutation({
    mutationFn: () => answer(client.POST('/api/v1/actions', { body: { name, channel, eligible, cost, value, rest_days, most } })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: key('predictions', 'actions') }),
  });
  return (
    <li>
      <div className={styles.line}>
        <strong>{name}</strong>
        <Button variant="default" size="compact-sm" loading={take.isPending} onClick={() => take.mutate()} aria-label={t('actions.takeOf', { name })}>
          {t('actions.take')}
        </Button>
      </div>
      <p className={styles.muted}>
        <People count={people} open={(words) => <InnerLink href={peopleAddress(eligible)}>{words}</InnerLink>} /> ·{' '}
        {t('actions.costs', { cost: format.money(cost), value: format.money(value) })}
      </p>
      <p className={styles.because}>{why}</p>
      {take.error === null ? null : <ProblemBox error={take.error} />}
    </li>
  );
}
