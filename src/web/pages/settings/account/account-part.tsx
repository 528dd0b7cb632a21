import { Badge, Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../../../api/client.ts';
import { useFormat } from '../../../components/format/use-format.ts';
import { Panel } from '../../../components/panel/panel.tsx';
import { ProblemBox } from '../../../components/problem/problem-box.tsx';
import { usePerson } from '../../../components/use-workspace.ts';
import { Asked } from '../../../components/waiting/asked.tsx';
import styles from '../settings.module.css';
import { sessionsQuery } from '../settings-queries.ts';
import { deviceOf } from './device-of.ts';
import { PasswordForm } from './password-form.tsx';

/** One's own password, and where one is signed in. */
export function AccountPart() {
  const { t } = useTranslation('settings');
  const person = usePerson();
  return (
    <>
      <Panel title={t('account.title')} finding={person === undefined ? undefined : t('account.who', { name: person.name, email: person.email })}>
        {person === undefined ? null : (
          <p className={styles.note}>
            {t(`people.rolesMay.${person.role}`)} {person.personalData ? t('account.sees') : t('account.masked')}
          </p>
        )}
      </Panel>
      <Panel title={t('account.password')}>
        <PasswordForm />
      </Panel>
      <Sessions />
    </>
  );
}

function Sessions() {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const queryClient = useQueryClient();
  const end = useMutation({
    mutationFn: (id: string) => answer(client.DELETE('/api/v1/session/all/{id}', { params: { path: { id } } })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  });
  return (
    <Panel title={t('account.sessions')}>
      <Asked answer={useQuery(sessionsQuery)}>
        {({ items }) => (
          <>
            <ul className={styles.list}>
              {items.map(({ id, current, seen_at: seen, user_agent: agent }) => (
                <li key={id} className={styles.item}>
                  <div className={styles.words}>
                    <span className={styles.name}>{deviceOf(agent) ?? t('account.unknownDevice')}</span>
                    <span className={styles.small}>{t('account.seen', { at: format.moment(seen) })}</span>
                  </div>
                  {current ? (
                    <Badge color="accent">{t('account.current')}</Badge>
                  ) : (
                    <Button variant="default" size="xs" onClick={() => end.mutate(id)}>
                      {t('account.end')}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
            {items.length < 2 ? null : (
              <div className={styles.row}>
                <Button variant="default" loading={end.isPending} onClick={() => end.mutate('others')}>
                  {t('account.endOthers')}
                </Button>
              </div>
            )}
          </>
        )}
      </Asked>
      {end.isError ? <ProblemBox error={end.error} /> : null}
    </Panel>
  );
}
