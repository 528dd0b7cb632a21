import { ActionIcon, Button, Group, Popover, Stack, TextInput } from '@mantine/core';
import { IconBookmark, IconTrash } from '@tabler/icons-react';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../../api/client.ts';
import { key } from '../../api/keys.ts';
import { ProblemBox } from '../../components/problem/problem-box.tsx';
import { customersSearch, type CustomersSearch } from './customers-search.ts';

const viewsQuery = queryOptions({
  queryKey: key('customers', 'views'),
  queryFn: ({ signal }) => answer(client.GET('/api/v1/views', { params: { query: { area: 'customers' } }, signal })),
});

type Props = { readonly state: CustomersSearch; readonly onOpen: (state: CustomersSearch) => void };

/** Columns, filters and sorting under a name, for whoever saved them. */
export function SavedSets({ state, onOpen }: Props) {
  const { t } = useTranslation('customers');
  const [opened, setOpened] = useState(false);
  const [name, setName] = useState('');
  const queryClient = useQueryClient();
  const { data } = useQuery({ ...viewsQuery, enabled: opened });
  const changed = () => queryClient.invalidateQueries({ queryKey: viewsQuery.queryKey });
  const save = useMutation({
    mutationFn: () => answer(client.POST('/api/v1/views', { body: { area: 'customers', name: name.trim(), state: { ...state } } })),
    onSuccess: () => {
      setName('');
      return changed();
    },
  });
  const forget = useMutation({ mutationFn: (id: string) => answer(client.DELETE('/api/v1/views/{id}', { params: { path: { id } } })), onSuccess: changed });
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<IconBookmark size={16} stroke={1.75} aria-hidden />} onClick={() => setOpened(!opened)}>
          {t('views.title')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown miw={260}>
        <Stack gap="xs">
          {data?.items.length === 0 ? <span>{t('views.none')}</span> : null}
          {data?.items.map((view) => (
            <Group key={view.id} gap={4} wrap="nowrap" justify="space-between">
              <Button
                variant="subtle"
                size="compact-sm"
                onClick={() => {
                  setOpened(false);
                  onOpen(customersSearch.parse(view.state));
                }}
              >
                {view.name}
              </Button>
              <ActionIcon size="sm" aria-label={t('views.forget', { name: view.name })} onClick={() => forget.mutate(view.id)}>
                <IconTrash size={16} stroke={1.75} aria-hidden />
              </ActionIcon>
            </Group>
          ))}
          <form
            onSubmit={(event) => {
              event.preventDefault();
              if (name.trim() !== '') save.mutate();
            }}
          >
            <Group gap="xs" wrap="nowrap" align="flex-end">
              <TextInput size="xs" label={t('views.name')} value={name} maxLength={200} onChange={(event) => setName(event.currentTarget.value)} />
              <Button type="submit" size="xs" variant="default" disabled={name.trim() === ''} loading={save.isPending}>
                {t('views.save')}
              </Button>
            </Group>
          </form>
          {save.error === null ? null : <ProblemBox error={save.error} />}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
