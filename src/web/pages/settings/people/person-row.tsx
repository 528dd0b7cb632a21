import { Badge, Button, Menu, Select, Switch } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDots } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type PersonLink, roles, type TeamPerson } from '../../../../contract/index.ts';
import { answer, client } from '../../../api/client.ts';
import { key } from '../../../api/keys.ts';
import { ConfirmWithWhatChanges } from '../../../components/confirm/confirm-with-what-changes.tsx';
import { useFormat } from '../../../components/format/use-format.ts';
import { ProblemBox } from '../../../components/problem/problem-box.tsx';
import styles from '../settings.module.css';
import { peopleQuery } from '../settings-queries.ts';

type Change = { readonly role?: TeamPerson['role']; readonly personal_data?: boolean; readonly disabled?: boolean };

/** One person: role, permission, ways in. What would leave nobody in charge is refused by the server, and said here. */
export function PersonRow({ person, onLink }: { readonly person: TeamPerson; readonly onLink: (link: PersonLink) => void }) {
  const { t } = useTranslation(['settings', 'common']);
  const format = useFormat();
  const queryClient = useQueryClient();
  const [removing, confirm] = useDisclosure(false);
  const path = { params: { path: { id: person.id } } };
  const fresh = async () => {
    await queryClient.invalidateQueries({ queryKey: peopleQuery.queryKey });
    await queryClient.invalidateQueries({ queryKey: key('session') });
  };
  const change = useMutation({ mutationFn: (body: Change) => answer(client.PATCH('/api/v1/people/{id}', { ...path, body })), onSuccess: fresh });
  const link = useMutation({ mutationFn: () => answer(client.POST('/api/v1/people/{id}/link', path)), onSuccess: onLink });
  const remove = useMutation({ mutationFn: () => answer(client.DELETE('/api/v1/people/{id}', path)), onSuccess: fresh });
  const error = change.error ?? link.error;
  return (
    <li className={styles.item}>
      <div className={styles.words}>
        <span className={styles.name}>{person.name}</span>
        <span className={styles.small}>{person.email}</span>
        <span className={styles.small}>{person.last_seen_at === null ? t('people.never') : t('people.seen', { at: format.moment(person.last_seen_at) })}</span>
      </div>
      {person.status === 'active' ? null : <Badge color="gray">{t(`people.status.${person.status}`)}</Badge>}
      <Select
        aria-label={t('people.roleOf', { name: person.name })}
        data={roles.map((role) => ({ value: role, label: t(`people.roles.${role}`) }))}
        value={person.role}
        allowDeselect={false}
        w={120}
        onChange={(chosen) => {
          const role = roles.find((each) => each === chosen);
          if (role !== undefined && role !== person.role) change.mutate({ role });
        }}
      />
      <Switch
        label={t('people.seesPersonalData')}
        aria-label={t('people.personalDataOf', { name: person.name })}
        checked={person.personal_data}
        onChange={(event) => change.mutate({ personal_data: event.currentTarget.checked })}
      />
      <Menu>
        <Menu.Target>
          <Button variant="subtle" size="compact-sm" aria-label={t('people.more', { name: person.name })}>
            <IconDots size={18} stroke={1.75} aria-hidden />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => link.mutate()}>{person.status === 'invited' ? t('people.newInvite') : t('people.reset')}</Menu.Item>
          <Menu.Item onClick={() => change.mutate({ disabled: person.status !== 'disabled' })}>
            {person.status === 'disabled' ? t('people.enable') : t('people.disable')}
          </Menu.Item>
          <Menu.Item color="red" onClick={confirm.open}>
            {t('people.remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {error === null ? null : <ProblemBox error={error} />}
      <ConfirmWithWhatChanges
        opened={removing}
        title={t('people.removeTitle', { name: person.name })}
        verb={t('people.remove')}
        danger
        pending={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate()}
        onClose={confirm.close}
      >
        <p className={styles.note}>{t('people.removeWhat')}</p>
      </ConfirmWithWhatChanges>
    </li>
  );
}
