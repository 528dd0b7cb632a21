import { Button, Checkbox, Popover, Stack } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Column } from './column.ts';

type Props<Row> = { readonly columns: readonly Column<Row>[]; readonly shown: readonly string[]; readonly onShown: (ids: readonly string[]) => void };

export function ColumnChooser<Row>({ columns, shown, onShown }: Props<Row>) {
  const { t } = useTranslation('common');
  const toggle = (id: string) =>
    onShown(columns.filter((column) => (column.id === id ? !shown.includes(id) : shown.includes(column.id))).map((column) => column.id));
  return (
    <Popover position="bottom-end" trapFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<IconColumns3 size={16} stroke={1.75} aria-hidden />}>
          {t('table.columns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown mah={360} style={{ overflowY: 'auto' }}>
        <Stack gap="xs">
          {columns.map((column) => (
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
