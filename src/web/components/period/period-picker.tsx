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
          {periods.map((period) => (
            <Choice key={period} chosen={period === value.period} onClick={() => onChange({ ...value, period })}>
              {t(`period.${period}`)}
            </Choice>
          ))}
        </Menu.Dropdown>
      </Menu>
      {value.period === 'all' || !comparable ? null : (
        <Menu position="bottom-start">
          <Menu.Target>
            <Button variant="default" c="dimmed" rightSection={chevron} aria-label={`${t('period.compare')}: ${t(`period.${value.compare}`)}`}>
              {t('period.versus', { what: t(`period.${value.compare}`) })}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {comparisons.map((compare) => (
              <Choice key={compare} chosen={compare === value.compare} onClick={() => onChange({ ...value, compare })}>
                {t(`period.${compare}`)}
              </Choice>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  );
}

function Choice({ chosen, onClick, children }: { readonly chosen: boolean; readonly onClick: () => void; readonly children: string }) {
  return (
    <Menu.Item role="menuitemradio" aria-checked={chosen} onClick={onClick} rightSection={chosen ? <IconCheck size={14} aria-hidden /> : null}>
      {children}
    </Menu.Item>
  );
}
