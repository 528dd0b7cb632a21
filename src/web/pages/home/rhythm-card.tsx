import { Button, Group } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../../api/client.ts';
import { useFormat } from '../../components/format/use-format.ts';
import { ProblemBox } from '../../components/problem/problem-box.tsx';
import { useMayEdit } from '../segments/may-edit.ts';
import { suggestionQuery } from '../settings/settings-queries.ts';
import styles from './goal-card.module.css';
import { fitsUsual } from './fits-usual.ts';

/** The usual limits of the lifecycle call most customers of a shop lost whose customers take their time: once, its own rhythm is proposed. */
export function RhythmCard() {
  const { t } = useTranslation('home');
  const format = useFormat();
  const mayEdit = useMayEdit();
  const queryClient = useQueryClient();
  const { data } = useQuery(suggestionQuery);
  const decide = useMutation({
    mutationFn: (own: boolean) => answer(client.PUT('/api/v1/lifecycle', { body: { stages: own && data !== undefined ? [...data.stages] : null } })),
    onSuccess: () => queryClient.invalidateQueries(),
  });
  if (data === undefined || data.chosen || !data.enough || !mayEdit || fitsUsual(data)) return null;
  const usual = { usualQuiet: format.count(data.usual.atRisk), usualLost: format.count(data.usual.churned) };
  return (
    <section className={styles.card} aria-label={t('rhythm.label')}>
      <div>
        <p className={styles.words}>{t('rhythm.what', { quiet: format.count(data.atRiskDays), lost: format.count(data.churnedDays), ...usual })}</p>
        {decide.isError ? <ProblemBox error={decide.error} /> : null}
      </div>
      <Group gap="xs">
        <Button size="xs" loading={decide.isPending && decide.variables} disabled={decide.isPending} onClick={() => decide.mutate(true)}>
          {t('rhythm.take')}
        </Button>
        <Button variant="default" size="xs" loading={decide.isPending && !decide.variables} disabled={decide.isPending} onClick={() => decide.mutate(false)}>
          {t('rhythm.leave', usual)}
        </Button>
      </Group>
    </section>
  );
}
