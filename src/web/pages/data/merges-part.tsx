import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../../api/client.ts';
import { useFormat } from '../../components/format/use-format.ts';
import { useIdentifierName } from '../../components/format/use-identifier-name.ts';
import { Day } from '../../components/format/values.tsx';
import { InnerLink } from '../../components/group/inner-link.tsx';
import { ProblemBox } from '../../components/problem/problem-box.tsx';
import { Asked } from '../../components/waiting/asked.tsx';
import { useMayEdit } from '../segments/may-edit.ts';
import { mergesQuery } from './data-queries.ts';
import styles from './data.module.css';
import { MergeDialog } from './merge-dialog.tsx';

const mostShown = 200;

/** Which profiles became one and why; each can be taken apart. */
export function MergesPart() {
  const { t } = useTranslation('data');
  const format = useFormat();
  const mayEdit = useMayEdit();
  const identifierName = useIdentifierName();
  const queryClient = useQueryClient();
  const [merging, setMerging] = useState(false);
  const asked = useQuery(mergesQuery);
  const undo = useMutation({
    mutationFn: (merge: number) => answer(client.DELETE('/api/v1/merges/{id}', { params: { path: { id: String(merge) } } })),
    onSuccess: () => queryClient.invalidateQueries(),
  });
  return (
    <Asked answer={asked} lines={6}>
      {({ items }) => (
        <>
          <p className={styles.finding}>
            {items.length === 0 ? t('merges.none') : t('merges.finding', { count: items.length, formatted: format.count(items.length) })}
          </p>
          {mayEdit ? (
            <div className={styles.actions}>
              <Button variant="default" onClick={() => setMerging(true)}>
                {t('byHand.title')}
              </Button>
            </div>
          ) : null}
          {merging ? <MergeDialog onClose={() => setMerging(false)} /> : null}
          {undo.error === null ? null : <ProblemBox error={undo.error} />}
          <ul className={styles.cards}>
            {items
              .slice(0, mostShown)
              .map(({ merge, batch, survivor, absorbed, namespace, value, merged_at: at, merged_by: who, undone_at: undone, undone_by: undoer }) => (
                <li key={merge} className={styles.card}>
                  <div className={styles.row}>
                    <span>
                      <InnerLink href={`/customers/${survivor}`}>{t('merges.entry', { survivor, absorbed })}</InnerLink>{' '}
                      <span className={styles.muted}>
                        {who !== null
                          ? t('merges.decidedBy', { who })
                          : batch === 0 || value === null
                            ? t('merges.decided')
                            : t('merges.because', { namespace: identifierName(namespace ?? ''), value })}
                      </span>
                    </span>
                    <span className={styles.muted}>
                      <Day at={at} />
                    </span>
                    {undone !== null ? (
                      <span className={styles.muted}>
                        {undoer === null ? t('merges.undone', { day: format.day(undone) }) : t('merges.undoneBy', { day: format.day(undone), who: undoer })}
                      </span>
                    ) : mayEdit ? (
                      <Button
                        variant="subtle"
                        size="compact-sm"
                        loading={undo.isPending && undo.variables === merge}
                        aria-label={t('merges.undoOf', { survivor, absorbed })}
                        onClick={() => undo.mutate(merge)}
                      >
                        {t('merges.undo')}
                      </Button>
                    ) : null}
                  </div>
                </li>
              ))}
          </ul>
          {items.length > mostShown ? <p className={styles.muted}>{t('merges.newest', { formatted: format.count(mostShown) })}</p> : null}
        </>
      )}
    </Asked>
  );
}
