import { Button, Checkbox, Radio, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type PersonLink, type Role, roles } from '../../../../contract/index.ts';
import { answer, client } from '../../../api/client.ts';
import { ProblemBox } from '../../../components/problem/problem-box.tsx';
import styles from '../settings.module.css';
import { peopleQuery } from '../settings-queries.ts';

/** Invites somebody: the answer is a link to hand over. */
export function InviteForm({ onLink }: { readonly onLink: (link: PersonLink) => void }) {
  const { t } = useTranslation('settings');
  const queryClient = useQueryClient();
  const [email, setEmail] = useState('');
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('viewer');
  const [personalData, setPersonalData] = useState(false);
  const invite = useMutation({
    mutationFn: () => answer(client.POST('/api/v1/people', { body: { email: email.trim(), name: name.trim(), role, personal_data: personalData } })),
    onSuccess: async (link) => {
      onLink(link);
      setEmail('');
      setName('');
      await queryClient.invalidateQueries({ queryKey: peopleQuery.queryKey });
    },
  });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (email.trim() !== '') invite.mutate();
      }}
    >
      <TextInput label={t('people.email')} type="email" value={email} required withAsterisk={false} onChange={(event) => setEmail(event.currentTarget.value)} />
      <TextInput label={t('people.name')} value={name} maxLength={200} onChange={(event) => setName(event.currentTarget.value)} />
      <Radio.Group label={t('people.role')} value={role} onChange={(chosen) => setRole(roles.find((each) => each === chosen) ?? role)}>
        <Stack gap="xs" mt={4}>
          {roles.map((each) => (
            <Radio key={each} value={each} label={t(`people.roles.${each}`)} description={t(`people.rolesMay.${each}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <Checkbox
        label={t('people.personalData')}
        description={t('people.personalDataHint')}
        checked={personalData}
        onChange={(event) => setPersonalData(event.currentTarget.checked)}
      />
      {invite.isError ? <ProblemBox error={invite.error} /> : null}
      <div className={styles.row}>
        <Button type="submit" loading={invite.isPending} disabled={email.trim() === ''}>
          {t('people.makeLink')}
        </Button>
      </div>
    </form>
  );
}
