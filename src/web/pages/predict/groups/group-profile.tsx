import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../../../api/client.ts';
import { key } from '../../../api/keys.ts';
import { useFormat } from '../../../components/format/use-format.ts';
import { InnerLink } from '../../../components/group/inner-link.tsx';
import { peopleAddress } from '../../../components/group/group.ts';
import { People } from '../../../components/people/people.tsx';
import { ProblemBox } from '../../../components/problem/problem-box.tsx';
import { useMayEdit } from '../../segments/may-edit.ts';
import styles from '../predict.module.css';
import { groupOffersQuery, type NaturalGroup } from './groups-queries.ts';
import { modelExpression } from './model-expression.ts';

type Props = { readonly group: NaturalGroup; readonly acting: boolean /** Pointed at on the map. */; readonly open: boolean };
const most = 4;

/** One group: who they are, what sets them apart, what they are worth, and how well a few plain conditions say them. */
export function GroupProfile({ group, acting, open }: Props) {
  const { t } = useTranslation('predict');
  const format = useFormat();
  const mayEdit = useMayEdit();
  const queryClient = useQueryClient();
  const [name, setName] = useState<string>();
  const changed = () => queryClient.invalidateQueries({ queryKey: key('predictions') });
  const path = { number: group.number };
  const rename = useMutation({
    mutationFn: (next: string) => answer(client.PATCH('/api/v1/groups/{number}', { params: { path }, body: { name: next.trim() } })),
    onSuccess: () => {
      setName(undefined);
      return changed();
    },
  });
  const make = useMutation({
    mutationFn: (by: 'rule' | 'model') => answer(client.POST('/api/v1/groups/{number}/segment', { params: { path }, body: { by } })),
    onSuccess: async () => {
      await Promise.all([changed(), queryClient.invalidateQueries({ queryKey: key('segments') })]);
    },
  });
  const expression = acting ? modelExpression(group.number) : group.rule?.text;
  return (
    <section className={styles.card} aria-label={group.name} data-open={open || undefined}>
      {name === undefined ? (
        <div className={styles.line}>
          <h2 className={styles.cardTitle}>{group.name}</h2>
          {mayEdit ? (
            <Button variant="subtle" size="compact-xs" onClick={() => setName(group.name)} aria-label={t('groups.renameOf', { name: group.name })}>
              {t('groups.rename')}
            </Button>
          ) : null}
        </div>
      ) : (
        <form
          className={styles.fields}
          onSubmit={(event) => {
            event.preventDefault();
            rename.mutate(name);
          }}
        >
          <TextInput aria-label={t('groups.name')} value={name} maxLength={100} onChange={(event) => setName(event.currentTarget.value)} autoFocus />
          <Button type="submit" size="xs" loading={rename.isPending}>
            {t('groups.save')}
          </Button>
        </form>
      )}
      <People
        count={group.customers}
        share={group.share}
        {...(expression === undefined
          ? {}
          : {
              open: (words) => <InnerLink href={peopleAddress(expression)}>{words}</InnerLink>,
            })}
      />
      {group.revenue === null ? null : (
        <p className={styles.muted}>{t('groups.brought', { money: format.money(group.revenue), share: format.share(group.revenue_share ?? 0) })}</p>
      )}
      <ul className={styles.plain}>
        {group.distinctions.slice(0, most).map((each) => (
          <li key={`${each.column} ${each.level ?? ''}`}>{each.sentence}</li>
        ))}
      </ul>
      <Offers number={group.number} />
      <p className={styles.muted}>
        {group.rule === null
          ? t('groups.noRule')
          : t('groups.rule', { precision: format.share(group.rule.precision), recall: format.share(group.rule.recall) })}
        {group.overlap === null ? null : ` ${t('groups.overlap', { share: format.share(group.overlap) })}`}
      </p>
      {group.rule === null ? null : (
        <details>
          <summary className={styles.words}>{t('groups.conditions')}</summary>
          <p className={styles.muted}>{group.rule.sentence}</p>
        </details>
      )}
      {make.error === null ? null : <ProblemBox error={make.error} />}
      <div className={styles.foot}>
        {group.segment !== null || make.data !== undefined ? (
          <InnerLink href={`/segments/${make.data?.slug ?? group.segment ?? ''}`}>{t('groups.toSegment')}</InnerLink>
        ) : mayEdit ? (
          <>
            {group.rule === null ? null : (
              <Button
                size="xs"
                variant="default"
                loading={make.isPending}
                onClick={() => make.mutate('rule')}
                aria-label={t('groups.byRuleOf', { name: group.name })}
              >
                {t('groups.byRule')}
              </Button>
            )}
            {acting ? (
              <Button
                size="xs"
                variant="default"
                loading={make.isPending}
                onClick={() => make.mutate('model')}
                aria-label={t('groups.byModelOf', { name: group.name })}
              >
                {t('groups.byModel')}
              </Button>
            ) : null}
          </>
        ) : null}
      </div>
    </section>
  );
}

/** What follows from how they are, each with the number behind it; they are reckoned after the page is there. */
function Offers({ number }: { readonly number: number }) {
  const { t } = useTranslation('predict');
  const { data } = useQuery(groupOffersQuery);
  const offers = data?.items.find((each) => each.number === number)?.offers ?? [];
  if (offers.length === 0) return null;
  return (
    <>
      <h3 className={styles.subtitle}>{t('groups.offer')}</h3>
      <ul className={styles.plain}>
        {offers.slice(0, most).map(({ text, because }) => (
          <li key={text}>
            {text} <span className={styles.contact}>({because})</span>
          </li>
        ))}
      </ul>
    </>
  );
}
