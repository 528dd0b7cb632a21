import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Condition, format, parse } from '../../../../../language/index.ts';
import { changeNode } from '../../../../segment-editor/edits.ts';
import type { LeafCondition } from '../../../../segment-editor/node.ts';
import { toEditor } from '../../../../segment-editor/to-editor.ts';
import { useBuilder } from '../builder-context.ts';

type Props = {
  readonly id: string;
  readonly condition: LeafCondition;
  readonly onChange: (condition: LeafCondition, pending?: boolean) => void;
  /** Goes back to the form; undefined for what no form can show. */
  readonly onDone?: (() => void) | undefined;
};

/** A condition as its text. While it can't be read, the last that could stands. */
export function TextForm({ id, condition, onChange, onDone }: Props) {
  const { t } = useTranslation('segments-builder');
  const { editor } = useBuilder();
  const [typed, setTyped] = useState<string | undefined>();
  const parsed = typed === undefined ? undefined : parse(typed);
  const trouble = parsed === undefined || parsed.ok ? undefined : parsed.error[0];
  const write = (text: string) => {
    setTyped(text);
    const read = parse(text);
    if (read.ok && isLeaf(read.value.tree)) onChange(read.value.tree);
  };
  // What turned out to be several conditions becomes what it says, but only once the typing is over.
  const settle = () => {
    if (parsed?.ok !== true) return;
    const { tree } = parsed.value;
    setTyped(undefined);
    if (isLeaf(tree)) return;
    const inside = toEditor(tree, editor.newId);
    editor.edit((root) => changeNode(root, id, (node) => ({ ...inside, id: node.id, negations: node.negations + inside.negations })));
  };
  return (
    <>
      <Textarea
        size="xs"
        autosize
        minRows={1}
        style={{ flex: '1 1 260px' }}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        aria-label={t('conditionText')}
        value={typed ?? format(condition)}
        error={trouble === undefined ? undefined : `${trouble.message} ${trouble.hint}`}
        onChange={({ currentTarget }) => write(currentTarget.value)}
        onBlur={settle}
      />
      {onDone === undefined ? null : (
        <Button variant="subtle" size="compact-xs" onClick={onDone}>
          {t('asForm')}
        </Button>
      )}
    </>
  );
}

const isLeaf = (tree: Condition): tree is LeafCondition => tree.kind !== 'all' && tree.kind !== 'any' && tree.kind !== 'none' && tree.kind !== 'not';
