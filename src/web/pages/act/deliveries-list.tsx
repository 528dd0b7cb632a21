import { Badge, Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../../api/client.ts';
import { key } from '../../api/keys.ts';
import { useFormat } from '../../components/format/use-format.ts';
import { Asked } from '../../components/waiting/asked.tsx';
import { deliveriesQuery } from './act-queries.ts';
import styles from './act.module.css';

/** The newest messages to one subscriber; those given up can be sent again. */
export function DeliveriesList({ id }: { readonly id: string }) {
  const { t } = useTranslation('act');
  const format = useFormat();
  const queryClient = useQueryClient();
  const again = useMutation({
    mutationFn: (delivery: string) => answer(client.POST('/api/v1/webhooks/deliveries/{id}/redeliver', { params: { path: { id: delivery } }, body: {} })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: key('act') }),
  });
  return (
    <div className={styles.wide}>
      <Asked answer={useQuery(deliveriesQuery(id))}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={styles.small}>{t('deliveries.none')}</p>
          ) : (
            <ul className={styles.list}>
              {items.map((each) => (
                <li key={each.id} className={styles.item}>
                  <div className={styles.words}>
                    <span>
                      {each.type} · {each.segment} · #{each.profile}
                    </span>
                    <span className={styles.small}>
                      {format.moment(each.created_at)} · {t('deliveries.attempts', { count: each.attempts })}
                      {each.last_error === null ? '' : ` · ${each.last_error}`}
                      {each.next_at === null ? '' : ` · ${t('deliveries.next', { at: format.moment(each.next_at) })}`}
                    </span>
                  </div>
                  <div className={styles.row}>
                    <Badge {...(each.status === 'delivered' ? {} : { color: 'gray' })}>{t(`deliveries.status.${each.status}`)}</Badge>
                    {each.status === 'waiting' ? null : (
                      <Button variant="default" size="xs" loading={again.isPending && again.variables === each.id} onClick={() => again.mutate(each.id)}>
                        {t('deliveries.again')}
                      </Button>
                    )}
                  </div>
                </li>
              ))}
            </ul>
          )
        }
      </Asked>
    </div>
  );
}
