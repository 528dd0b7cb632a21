import { ActionIcon, Button, Textarea, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconGripVertical } from '@tabler/icons-react';
import { type DragEvent, type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { checkText, describeCondition, type Vocabulary } from '../../../../language/index.ts';
import styles from '../act.module.css';
import { ConditionAdder } from './condition-adder.tsx';
import { joined } from './condition-text.ts';
import { ContentEditor } from './content-editor.tsx';
import type { Rule } from './content.ts';

type Props = {
  readonly id: string;
  readonly rule: Rule;
  readonly place: number;
  readonly count: number;
  readonly vocabulary: Vocabulary | undefined;
  readonly locked: boolean;
  readonly onChange: (rule: Rule, field: string) => void;
  readonly onRemove: () => void;
  readonly onStep: (direction: 'up' | 'down') => void;
  /** Another rule was dropped on this one: before or after it. */
  readonly onDrop: (moved: string, where: 'before' | 'after') => void;
};

const dragged = 'application/x-clientele-rule';
const variantLike = /^[a-z0-9][a-z0-9_.-]{0,79}$/i;

/** One rule: whom it is for, checked and said in words while it is typed, and what they see. Dragged by its handle; Alt with an arrow key moves it by a step. */
export function RuleCard({ id, rule, place, count, vocabulary, locked, onChange, onRemove, onStep, onDrop }: Props) {
  const { t } = useTranslation('act');
  const [drop, setDrop] = useState<'before' | 'after' | undefined>();
  const words = vocabulary === undefined ? undefined : { ...vocabulary, atRequest: true };
  const checked = words === undefined || rule.when.trim() === '' ? undefined : checkText(rule.when, words);
  const half = (event: DragEvent<HTMLElement>): 'before' | 'after' => {
    const box = event.currentTarget.getBoundingClientRect();
    return event.clientY < box.top + box.height / 2 ? 'before' : 'after';
  };
  const keys = (event: KeyboardEvent<HTMLElement>): void => {
    if (!event.altKey || locked || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onStep(event.key === 'ArrowUp' ? 'up' : 'down');
  };
  return (
    <section
      className={styles.rule}
      aria-label={t('rule.title', { place })}
      data-rule={id}
      data-drop={drop}
      onKeyDown={keys}
      onDragOver={(event) => {
        if (locked || !event.dataTransfer.types.includes(dragged)) return;
        event.preventDefault();
        setDrop(half(event));
      }}
      onDragLeave={() => setDrop(undefined)}
      onDrop={(event) => {
        if (locked || !event.dataTransfer.types.includes(dragged)) return;
        event.preventDefault();
        setDrop(undefined);
        onDrop(event.dataTransfer.getData(dragged), half(event));
      }}
    >
      <div className={styles.row}>
        {locked ? null : (
          <span
            className={styles.handle}
            draggable
            title={t('rule.drag')}
            onDragStart={(event) => {
              event.dataTransfer.setData(dragged, id);
              event.dataTransfer.effectAllowed = 'move';
            }}
          >
            <IconGripVertical size={16} aria-hidden />
          </span>
        )}
        <span className={styles.name}>{t('rule.title', { place })}</span>
        {locked ? null : (
          <>
            <ActionIcon variant="subtle" data-step="up" disabled={place === 1} aria-label={t('rule.up', { place })} onClick={() => onStep('up')}>
              <IconArrowUp size={16} aria-hidden />
            </ActionIcon>
            <ActionIcon variant="subtle" data-step="down" disabled={place === count} aria-label={t('rule.down', { place })} onClick={() => onStep('down')}>
              <IconArrowDown size={16} aria-hidden />
            </ActionIcon>
            <Button variant="subtle" size="compact-sm" onClick={onRemove} aria-label={t('rule.removeNamed', { place })}>
              {t('rule.remove')}
            </Button>
          </>
        )}
      </div>
      <Textarea
        label={t('rule.when')}
        description={t('rule.whenHint')}
        autosize
        minRows={1}
        value={rule.when}
        readOnly={locked}
        classNames={{ input: styles.code ?? '' }}
        onChange={(event) => onChange({ ...rule, when: event.currentTarget.value }, 'when')}
      />
      {checked === undefined || words === undefined ? null : checked.ok ? (
        <p className={styles.sentence}>{t('rule.sentence', { condition: describeCondition(checked.value.tree, words) })}</p>
      ) : (
        <p className={styles.trouble} role="status">
          {checked.error[0]?.message} {checked.error[0]?.hint}
        </p>
      )}
      {locked || words === undefined ? null : (
        <ConditionAdder vocabulary={words} onAdd={(condition) => onChange({ ...rule, when: joined(rule.when, condition) }, 'added')} />
      )}
      <ContentEditor label={t('rule.content')} content={rule.content} locked={locked} onChange={(content) => onChange({ ...rule, content }, 'content')} />
      <TextInput
        label={t('rule.variant')}
        description={t('rule.variantHint')}
        value={rule.variant}
        readOnly={locked}
        maxLength={80}
        error={variantLike.test(rule.variant) ? undefined : t('rule.variantWrong')}
        onChange={(event) => onChange({ ...rule, variant: event.currentTarget.value }, 'variant')}
      />
    </section>
  );
}
