import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../../../api/client.ts';
import { key } from '../../../api/keys.ts';
import { useFormat } from '../../../components/format/use-format.ts';
import { Panel } from '../../../components/panel/panel.tsx';
import { useMayEdit } from '../../segments/may-edit.ts';
import styles from './watch.module.css';
import { mutesQuery } from './watch-query.ts';

/** About what nothing more is told, and the way to hear of it again. */
export function MutesPanel() {
  const { t } = useTranslation('insights');
  const format = useFormat();
  const mayEdit = useMayEdit();
  const queryClient = useQueryClient();
  const { data } = useQuery(mutesQuery);
  const remove = useMutation({
    mutationFn: (id: string) => answer(client.DELETE('/api/v1/notice-mutes/{id}', { params: { path: { id } } })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: key('insights') }),
  });
  if (data === undefined || data.items.length === 0) return null;
  return (
    <Panel title={t('watch.mutes')} finding={t('watch.mutesFinding', { count: data.items.length })}>
      <ul className={styles.list}>
        {data.items.map(({ id, subject, until, by }) => (
          <li key={id} className={styles.line}>
            <span>
              {subject.name}{' '}
              <span className={styles.muted}>{until === null ? t('watch.forGoodBy', { by }) : t('watch.untilBy', { day: format.day(until), by })}</span>
            </span>
            {mayEdit ? (
              <Button
                variant="subtle"
                size="compact-sm"
                loading={remove.isPending}
                onClick={() => remove.mutate(id)}
                aria-label={t('watch.tellOf', { name: subject.name })}
              >
                {t('watch.tell')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
