import { ActionIcon, Group, Textarea, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { checkText, describe, type Vocabulary } from '../../../../language/index.ts';
import { People } from '../../../components/people/people.tsx';
import styles from '../settings.module.css';
import type { Stage } from './stage.ts';

type Props = {
  readonly stage: Stage;
  readonly place: number;
  readonly vocabulary: Vocabulary | undefined;
  readonly members: number | undefined;
  readonly stale: boolean;
  readonly locked: boolean;
  readonly onChange: (stage: Stage) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
};

/** A stage's name and its condition as text, read out beneath it, or what is wrong with it. */
export function StageRow({ stage, place, vocabulary, members, stale, locked, onChange, onMove, onRemove }: Props) {
  const { t } = useTranslation('settings');
  const { sentence, error } = read(stage.expression, vocabulary);
  const name = stage.name === '' ? String(place) : stage.name;
  return (
    <li className={styles.item}>
      <div className={styles.words} style={{ gap: 8 }}>
        <Group gap="xs" wrap="wrap">
          <TextInput
            aria-label={t('lifecycle.nameOf', { place })}
            value={stage.name}
            disabled={locked}
            maxLength={60}
            onChange={(event) => onChange({ ...stage, name: event.currentTarget.value })}
          />
          {members === undefined ? null : <People count={members} stale={stale} />}
        </Group>
        <Textarea
          aria-label={t('lifecycle.conditionOf', { name })}
          value={stage.expression}
          disabled={locked}
          autosize
          minRows={1}
          error={error}
          classNames={{ input: styles.code }}
          onChange={(event) => onChange({ ...stage, expression: event.currentTarget.value })}
        />
        {sentence === undefined ? null : <span className={styles.small}>{sentence}</span>}
      </div>
      {locked ? null : (
        <Group gap={4} wrap="nowrap">
          <ActionIcon aria-label={t('lifecycle.up', { name })} onClick={() => onMove(-1)}>
            <IconArrowUp size={18} stroke={1.75} aria-hidden />
          </ActionIcon>
          <ActionIcon aria-label={t('lifecycle.down', { name })} onClick={() => onMove(1)}>
            <IconArrowDown size={18} stroke={1.75} aria-hidden />
          </ActionIcon>
          <ActionIcon aria-label={t('lifecycle.remove', { name })} onClick={onRemove}>
            <IconTrash size={18} stroke={1.75} aria-hidden />
          </ActionIcon>
        </Group>
      )}
    </li>
  );
}

function read(text: string, vocabulary: Vocabulary | undefined): { readonly sentence?: string; readonly error?: string } {
  if (vocabulary === undefined || text.trim() === '') return {};
  const checked = checkText(text, vocabulary);
  if (checked.ok) return { sentence: describe(checked.value.tree, vocabulary) };
  const [first] = checked.error;
  return first === undefined ? {} : { error: `${first.message} ${first.hint}`.trim() };
}
