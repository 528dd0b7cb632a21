import { Button, Menu } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './period-picker.module.css';
import { comparisons, periods, type PeriodSearch } from './period.ts';

type Props = {
  readonly value: PeriodSearch;
  readonly onChange: (value: PeriodSearch) => void;
  /** Whether the screen holds the period against another one. */
  readonly comparable?: boolean;
};

/** "Last 30 days" vs "the period before": two menus, both in the address of the screen. */
export function PeriodPicker({ value, onChange, comparable = true }: Props) {
  const { t } = useTranslation('common');
  const chevron = <IconChevronDown size={14} aria-hidden />;
  return (
    <div className={styles.picker}>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button variant="default" rightSection={chevron} aria-label={`${t('period.label')}: ${t(`period.${value.period}`)}`}>
            {t(`period.${value.period}`)}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Choices value={value.period} of={periods} label={(period) => t(`period.${period}`)} onChange={(period) => onChange({ ...value, period })} />
        </Menu.Dropdown>
      </Menu>
      {value.period === 'all' || !comparable ? null : (
        <Menu position="bottom-start">
          <Menu.Target>
            <Button
              variant="default"
              c="dimmed"
              rightSection={chevron}
              aria-label={`${t('period.compare')}: ${t('period.versus', { what: t(`period.${value.compare}`) })}`}
            >
              {t('period.versus', { what: t(`period.${value.compare}`) })}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Choices
              value={value.compare}
              of={comparisons}
              label={(compare) => t(`period.${compare}`)}
              onChange={(compare) => onChange({ ...value, compare })}
            />
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  );
}

type ChoicesProps<Value extends string> = {
  readonly value: Value;
  readonly of: readonly Value[];
  readonly label: (value: Value) => string;
  readonly onChange: (value: Value) => void;
};

function Choices<Value extends string>({ value, of, label, onChange }: ChoicesProps<Value>) {
  return (
    <Menu.RadioGroup value={value}>
      {of.map((each) => (
        <Menu.RadioItem key={each} value={each} closeMenuOnClick checkIcon={<IconCheck size={14} aria-hidden />} onChange={() => onChange(each)}>
          {label(each)}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}
