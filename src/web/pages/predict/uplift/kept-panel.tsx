import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../../../api/client.ts';
import { useFormat } from '../../../components/format/use-format.ts';
import { peopleAddress, segmentAddress } from '../../../components/group/group.ts';
import { InnerLink } from '../../../components/group/inner-link.tsx';
import { Panel } from '../../../components/panel/panel.tsx';
import { useMayEdit } from '../../segments/may-edit.ts';
import styles from '../predict.module.css';
import { type KeptUplift, keptUpliftsQuery } from './uplift-query.ts';

/** What was kept: whom to treat, ready as a segment. */
export function KeptPanel({ kept }: { readonly kept: readonly KeptUplift[] }) {
  const { t } = useTranslation('predict');
  const format = useFormat();
  const mayEdit = useMayEdit();
  const queryClient = useQueryClient();
  const forget = useMutation({
    mutationFn: (slug: string) => answer(client.DELETE('/api/v1/uplifts/{slug}', { params: { path: { slug } } })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keptUpliftsQuery.queryKey }),
  });
  return (
    <Panel title={t('uplift.whom')} finding={t('uplift.whomFinding', { count: kept.length })}>
      <ul className={styles.list}>
        {kept.map(({ slug, name, trait, difference, top_30: top, sizes }) => (
          <li key={slug}>
            <div className={styles.line}>
              <strong>{name}</strong>
              {mayEdit ? (
                <Button
                  variant="subtle"
                  size="compact-xs"
                  loading={forget.isPending}
                  onClick={() => forget.mutate(slug)}
                  aria-label={t('uplift.forgetOf', { name })}
                >
                  {t('uplift.forget')}
                </Button>
              ) : null}
            </div>
            <p className={styles.muted}>
              {t('uplift.keptWords', { difference: format.decimal(100 * difference), top: top === null ? '–' : format.decimal(100 * top) })}{' '}
              <code>{trait}</code>
            </p>
            {sizes.map(({ share, expression }) => {
              const title = t('uplift.most', { share: format.share(share), name });
              return (
                <div key={share} className={styles.line}>
                  <InnerLink href={peopleAddress(expression)}>{title}</InnerLink>
                  <InnerLink href={segmentAddress(expression, title)} label={t('uplift.makeOf', { title })}>
                    {t('uplift.make')}
                  </InnerLink>
                </div>
              );
            })}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
