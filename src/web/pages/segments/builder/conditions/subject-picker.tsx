import { Button, Combobox, useCombobox } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Filled } from '../../../../segment-editor/attribute-row.ts';
import { searched } from '../../../../segment-editor/search.ts';
import { type Subject, subjectGroups, subjectsOf } from '../../../../segment-editor/subjects.ts';
import { useBuilder } from '../builder-context.ts';
import styles from './subject-picker.module.css';

type Props = {
  readonly onChoose: (start: () => Filled) => void;
  readonly disabled?: boolean;
  /** What a condition is about now; without it the picker adds one. */
  readonly children?: ReactNode;
};

/** As many as can be looked through; the rest is found by typing. */
const mostShown = 120;

/** What a condition is about: everything there is, grouped by kind, found by typing. */
export function SubjectPicker({ onChoose, disabled = false, children }: Props) {
  const { t } = useTranslation('segments-builder');
  const { vocabulary, self } = useBuilder();
  const [typed, setTyped] = useState('');
  const labelOf = (subject: Subject): string => (subject.phrase === undefined ? (subject.label ?? '') : t(`subjects.phrase.${subject.phrase}`));
  const subjects = useMemo(() => subjectsOf(vocabulary).filter(({ id }) => id !== `segment ${self ?? ''}`), [vocabulary, self]);
  const shown = searched(subjects, typed, (subject) => [labelOf(subject), ...subject.words]).slice(0, mostShown);
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      setTyped('');
    },
    onDropdownOpen: () => combobox.focusSearchInput(),
  });
  // Enter takes what fits best, as in every search.
  const { selectFirstOption } = combobox;
  useEffect(() => {
    if (typed !== '') selectFirstOption();
  }, [typed, selectFirstOption]);
  const choose = (id: string) => {
    combobox.closeDropdown();
    const subject = subjects.find((one) => one.id === id);
    if (subject !== undefined) onChoose(subject.start);
  };
  return (
    <Combobox keepMounted={false} store={combobox} position="bottom-start" width="max-content" onOptionSubmit={choose}>
      <Combobox.Target withAriaAttributes={false}>
        <Button
          variant={children === undefined ? 'subtle' : 'default'}
          size="compact-sm"
          leftSection={children === undefined ? <IconPlus size={16} stroke={1.75} aria-hidden /> : undefined}
          disabled={disabled}
          aria-haspopup="listbox"
          aria-expanded={combobox.dropdownOpened}
          onClick={() => combobox.toggleDropdown()}
        >
          {children ?? t('addCondition')}
        </Button>
      </Combobox.Target>
      <Combobox.Dropdown className={styles.dropdown}>
        <Combobox.Search
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          placeholder={t('subjects.search')}
          aria-label={t('subjects.search')}
        />
        <Combobox.Options tabIndex={0} className={styles.options} aria-label={t('subjects.label')}>
          {combobox.dropdownOpened && shown.length === 0 ? <Combobox.Empty>{t('subjects.none')}</Combobox.Empty> : null}
          {combobox.dropdownOpened
            ? subjectGroups.map((group) => {
                const inside = shown.filter((subject) => subject.group === group);
                return inside.length === 0 ? null : (
                  <Combobox.Group key={group} label={t(`subjects.group.${group}`)}>
                    {inside.map((subject) => (
                      <Combobox.Option key={subject.id} value={subject.id}>
                        {labelOf(subject)}
                      </Combobox.Option>
                    ))}
                  </Combobox.Group>
                );
              })
            : null}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
