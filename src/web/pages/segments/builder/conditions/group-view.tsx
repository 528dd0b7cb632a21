import { Button, NativeSelect } from '@mantine/core';
import { IconAlertTriangle, IconFolderPlus } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../../components/format/use-format.ts';
import { insertNode, setMode } from '../../../../segment-editor/edits.ts';
import { moveNode } from '../../../../segment-editor/moves.ts';
import { type EditorGroup, type GroupMode, newGroup, newRow } from '../../../../segment-editor/node.ts';
import { wideningsOf } from '../../../../segment-editor/widening.ts';
import { droppedId, isDrag } from '../../dragged.ts';
import { useBuilder } from '../builder-context.ts';
import styles from './group-view.module.css';
import { HeadCount } from './head-count.tsx';
import { NodeFrame } from './node-frame.tsx';
import { Handle, NodeMenu } from './node-menu.tsx';
import { RowView } from './row-view.tsx';
import { SubjectPicker } from './subject-picker.tsx';

const modes: readonly GroupMode[] = ['all', 'any', 'none'];

/** A group of conditions, groups inside groups alike. */
export function GroupView({ group, depth }: { readonly group: EditorGroup; readonly depth: number }) {
  const { t } = useTranslation('segments-builder');
  const { editor, locked, focus } = useBuilder();
  const { id, mode, of } = group;
  const add = (start: Parameters<Parameters<typeof SubjectPicker>[0]['onChoose']>[0]) => {
    const { condition, pending } = start();
    const row = newRow(editor.newId, condition, pending);
    editor.edit((root) => insertNode(root, id, of.length, row));
    focus(row.id, 'field');
  };
  const addGroup = () => {
    const inner = newGroup(editor.newId, mode === 'any' ? 'all' : 'any', []);
    editor.edit((root) => insertNode(root, id, of.length, inner));
    focus(inner.id, 'field');
  };
  return (
    <section className={styles.group} data-depth={depth} data-locked={locked || undefined} aria-label={t('groupOf', { mode: t(`mode.${mode}`) })}>
      <div className={styles.head}>
        {depth === 0 ? null : <Handle id={id} />}
        {group.negations % 2 === 1 ? <span className={styles.not}>{t('not')}</span> : null}
        <NativeSelect
          size="xs"
          aria-label={t('modeLabel')}
          value={mode}
          disabled={locked}
          data-field={id}
          data={modes.map((value) => ({ value, label: t(`mode.${value}`) }))}
          onChange={({ currentTarget }) => {
            const chosen = modes.find((one) => one === currentTarget.value);
            if (chosen !== undefined) editor.edit((root) => setMode(root, id, chosen));
          }}
        />
        <span className={styles.space} />
        {depth === 0 && group.negations === 0 ? null : <HeadCount id={id} />}
        <NodeMenu node={group} />
      </div>
      <Children group={group} depth={depth} />
      <WideningNote id={id} />
      <div className={styles.foot}>
        <SubjectPicker onChoose={add} disabled={locked} />
        <Button variant="subtle" size="compact-sm" leftSection={<IconFolderPlus size={16} stroke={1.75} aria-hidden />} disabled={locked} onClick={addGroup}>
          {t('addGroup')}
        </Button>
      </div>
    </section>
  );
}

/** What is dropped beside the conditions lands at the end of the group. */
function Children({ group: { id, of }, depth }: { readonly group: EditorGroup; readonly depth: number }) {
  const { t } = useTranslation('segments-builder');
  const { editor, drag, locked } = useBuilder();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    if (!isDrag(event, 'application/x-clientele-condition') || locked) return;
    event.preventDefault();
    event.stopPropagation();
    const moved = droppedId(event, 'application/x-clientele-condition');
    editor.edit((root) => moveNode(root, moved, id, of.length));
    setOver(false);
    drag.end();
  };
  return (
    <div
      className={styles.body}
      data-over={over || undefined}
      onDragOver={(event) => {
        if (!isDrag(event, 'application/x-clientele-condition') || locked) return;
        event.preventDefault();
        event.stopPropagation();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {of.length === 0 ? <p className={styles.empty}>{depth === 0 ? t('emptyRoot') : t('emptyGroup')}</p> : null}
      {of.map((node, index) => (
        <NodeFrame key={node.id} id={node.id} parent={id} index={index}>
          {node.kind === 'group' ? <GroupView group={node} depth={depth + 1} /> : <RowView row={node} />}
        </NodeFrame>
      ))}
    </div>
  );
}

/** An "or" that multiplies the audience is rarely meant. */
function WideningNote({ id }: { readonly id: string }) {
  const { t } = useTranslation('segments-builder');
  const format = useFormat();
  const { editor, members } = useBuilder();
  const widening = wideningsOf(editor.document.root, members).find(({ group }) => group === id);
  if (widening === undefined) return null;
  return (
    <p className={styles.note} role="status">
      <IconAlertTriangle size={16} stroke={1.75} aria-hidden />
      {t('widens', { members: format.count(widening.members), times: format.decimal(widening.times), largest: format.count(widening.of) })}
    </p>
  );
}
