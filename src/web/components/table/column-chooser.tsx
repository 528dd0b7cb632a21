import { Button, Checkbox, Popover, Stack, Text, TextInput } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from './column.ts';

type Props<Row> = { readonly columns: readonly Column<Row>[]; readonly shown: readonly string[]; readonly onShown: (ids: readonly string[]) => void };

/** From so many columns on they are looked for by their name. */
const many = 12;

export function ColumnChooser<Row>({ columns, shown, onShown }: Props<Row>) {
  const { t } = useTranslation('common');
  const [sought, setSought] = useState('');
  const found = columns.filter(({ header }) => header.toLocaleLowerCase().includes(sought.trim().toLocaleLowerCase()));
  const toggle = (id: string) =>
    onShown(columns.filter((column) => (column.id === id ? !shown.includes(id) : shown.includes(column.id))).map((column) => column.id));
  return (
    <Popover position="bottom-end" trapFocus onClose={() => setSought('')}>
      <Popover.Target>
        <Button variant="default" leftSection={<IconColumns3 size={16} stroke={1.75} aria-hidden />}>
          {t('table.columns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown mah={360} style={{ overflowY: 'auto' }}>
        <Stack gap="xs">
          {columns.length < many ? null : (
            <TextInput
              size="xs"
              aria-label={t('table.findColumn')}
              placeholder={t('table.findColumn')}
              data-autofocus
              value={sought}
              onChange={(event) => setSought(event.currentTarget.value)}
            />
          )}
          {found.length > 0 ? null : (
            <Text size="sm" c="dimmed">
              {t('table.noColumn')}
            </Text>
          )}
          {found.map((column) => (
            <Checkbox
              key={column.id}
              label={column.header}
              checked={shown.includes(column.id)}
              disabled={column.primary === true}
              onChange={() => toggle(column.id)}
            />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
