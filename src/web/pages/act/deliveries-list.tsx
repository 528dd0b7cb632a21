import { Badge, Button, SegmentedControl } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../../api/client.ts';
import { key } from '../../api/keys.ts';
import { useFormat } from '../../components/format/use-format.ts';
import { Asked } from '../../components/waiting/asked.tsx';
import { type DeliveryStatus, deliveriesQuery } from './act-queries.ts';
import styles from './act.module.css';

const shown = ['all', 'dead', 'waiting', 'delivered'] as const satisfies readonly ('all' | DeliveryStatus)[];

/** The newest messages to one subscriber, all or those of a kind; those given up can be sent again. */
export function DeliveriesList({ id }: { readonly id: string }) {
  const { t } = useTranslation('act');
  const format = useFormat();
  const queryClient = useQueryClient();
  const [show, setShow] = useState<(typeof shown)[number]>('all');
  const again = useMutation({
    mutationFn: (delivery: string) => answer(client.POST('/api/v1/webhooks/deliveries/{id}/redeliver', { params: { path: { id: delivery } }, body: {} })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: key('act') }),
  });
  return (
    <div className={styles.wide}>
      <SegmentedControl
        size="xs"
        aria-label={t('deliveries.show')}
        value={show}
        data={shown.map((value) => ({ value, label: value === 'all' ? t('deliveries.all') : t(`deliveries.status.${value}`) }))}
        onChange={(value) => setShow(shown.find((one) => one === value) ?? 'all')}
      />
      <Asked answer={useQuery(deliveriesQuery(id, show === 'all' ? undefined : show))}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={styles.small}>{show === 'all' ? t('deliveries.none') : t('deliveries.noneSuch')}</p>
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
