import { Anchor, Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../../../api/client.ts';
import { rememberJob } from '../../../api/jobs.ts';
import { key } from '../../../api/keys.ts';
import { Panel } from '../../../components/panel/panel.tsx';
import { ProblemBox } from '../../../components/problem/problem-box.tsx';
import { useMayEdit } from '../../segments/may-edit.ts';

const horizon = 30;

/** Where the shop lives by these, who ends theirs is what its model of churn is asked. */
export function WhoLeaves() {
  const { t } = useTranslation('predict');
  return (
    <Panel title={t('subscriptions.cancel')} finding={t('subscriptions.cancelChurn')}>
      <p>
        <Anchor component={Link} to="/predict/models/churn" inherit underline="always">
          {t('subscriptions.cancelCard')}
        </Anchor>
        {' · '}
        <Anchor component={Link} to="/predict/calls" inherit underline="always">
          {t('title.calls')}
        </Anchor>
      </p>
    </Panel>
  );
}

/** Churn of subscriptions: who of those that run will end theirs, learned from the ends that were seen. */
export function CancelPanel({ start, end }: { readonly start: string; readonly end: string }) {
  const { t } = useTranslation('predict');
  const mayEdit = useMayEdit();
  const router = useRouter();
  const queryClient = useQueryClient();
  const quoted = (text: string): string => `"${text.replaceAll('"', '')}"`;
  const learn = useMutation({
    mutationFn: () =>
      answer(
        client.POST('/api/v1/predictions', {
          body: {
            name: t('subscriptions.cancelName'),
            target: { kind: 'event', event: end },
            horizon_days: horizon,
            among: `${quoted(start)} then not ${quoted(end)}`,
            train: true,
          },
        }),
      ),
    onSuccess: ({ definition, job }) => {
      if (job !== null) rememberJob(queryClient, job);
      void queryClient.invalidateQueries({ queryKey: key('predictions') });
      router.history.push(`/predict/models/${encodeURIComponent(definition.model)}`);
    },
  });
  if (!mayEdit) return null;
  return (
    <Panel title={t('subscriptions.cancel')} finding={t('subscriptions.cancelFinding', { count: horizon })}>
      <div>
        <Button loading={learn.isPending} onClick={() => learn.mutate()}>
          {t('new.learn')}
        </Button>
      </div>
      {learn.error === null ? null : <ProblemBox error={learn.error} />}
    </Panel>
  );
}
