import { ActionIcon, Menu } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowUp,
  IconBoxAlignTop,
  IconBrackets,
  IconClipboardText,
  IconCopy,
  IconDotsVertical,
  IconEqualNot,
  IconGripVertical,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatPretty } from '../../../../../language/index.ts';
import { duplicateNode, removeNode, toggleNegation, unwrapGroup, wrapNode } from '../../../../segment-editor/edits.ts';
import { placeOf } from '../../../../segment-editor/find.ts';
import type { EditorNode } from '../../../../segment-editor/node.ts';
import { toTree } from '../../../../segment-editor/to-tree.ts';
import { beginDrag } from '../../dragged.ts';
import { useBuilder } from '../builder-context.ts';
import { useStep } from './node-frame.tsx';
import styles from './node-frame.module.css';

/** The grip by which a condition is dragged; arrow keys on it move the condition too. */
export function Handle({ id }: { readonly id: string }) {
  const { t } = useTranslation('segments-builder');
  const { drag, locked } = useBuilder();
  const step = useStep();
  return (
    <button
      type="button"
      className={styles.handle}
      data-handle={id}
      draggable={!locked}
      aria-label={t('handle')}
      title={t('handle')}
      onDragStart={(event) => {
        beginDrag(event, 'application/x-clientele-condition', id);
        event.stopPropagation();
        drag.start(id);
      }}
      onDragEnd={drag.end}
      onKeyDown={(event) => {
        if (event.altKey || locked || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
        event.preventDefault();
        step(id, event.key === 'ArrowUp' ? 'up' : 'down');
      }}
    >
      <IconGripVertical size={16} stroke={1.75} aria-hidden />
    </button>
  );
}

const icon = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;

/** What can be done with a condition or a group, for hands on the mouse and hands on the keys alike. */
export function NodeMenu({ node, onText }: { readonly node: EditorNode; readonly onText?: (() => void) | undefined }) {
  const { t } = useTranslation('segments-builder');
  const { editor, locked, announce, focus } = useBuilder();
  const step = useStep();
  const { id } = node;
  const isRoot = placeOf(editor.document.root, id) === undefined;
  const opens = node.kind === 'group' && !isRoot && node.negations === 0 && node.mode !== 'none';
  const duplicate = () => {
    const { root, copy } = duplicateNode(editor.document.root, id, editor.newId);
    editor.edit(() => root);
    if (copy !== undefined) focus(copy, 'handle');
  };
  const copyText = async () => {
    const tree = toTree({ kind: 'group', id: '', mode: 'all', loose: true, negations: 0, of: [node] });
    if (tree === undefined) return;
    await navigator.clipboard.writeText(formatPretty(tree));
    announce(t('copied'));
  };
  return (
    <Menu withinPortal>
      <Menu.Target>
        <ActionIcon aria-label={node.kind === 'group' ? t('menu.ofGroup') : t('menu.ofCondition')} disabled={locked} size="md">
          <IconDotsVertical {...icon} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconEqualNot {...icon} />} onClick={() => editor.edit((root) => toggleNegation(root, id))}>
          {node.negations % 2 === 0 ? t('menu.negate') : t('menu.affirm')}
        </Menu.Item>
        {isRoot ? null : (
          <>
            <Menu.Item leftSection={<IconBrackets {...icon} />} onClick={() => editor.edit((root) => wrapNode(root, id, 'any', editor.newId))}>
              {t('menu.wrap')}
            </Menu.Item>
            <Menu.Item leftSection={<IconCopy {...icon} />} onClick={duplicate}>
              {t('menu.duplicate')}
            </Menu.Item>
          </>
        )}
        {opens ? (
          <Menu.Item leftSection={<IconBoxAlignTop {...icon} />} onClick={() => editor.edit((root) => unwrapGroup(root, id))}>
            {t('menu.unwrap')}
          </Menu.Item>
        ) : null}
        {onText === undefined ? null : (
          <Menu.Item leftSection={<IconPencil {...icon} />} onClick={onText}>
            {t('menu.asText')}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconClipboardText {...icon} />} onClick={() => void copyText()}>
          {t('menu.copyText')}
        </Menu.Item>
        {isRoot ? null : (
          <>
            <Menu.Divider />
            <Menu.Item leftSection={<IconArrowUp {...icon} />} onClick={() => step(id, 'up')}>
              {t('menu.up')}
            </Menu.Item>
            <Menu.Item leftSection={<IconArrowDown {...icon} />} onClick={() => step(id, 'down')}>
              {t('menu.down')}
            </Menu.Item>
            <Menu.Divider />
            <Menu.Item color="red" leftSection={<IconTrash {...icon} />} onClick={() => editor.edit((root) => removeNode(root, id))}>
              {t('menu.remove')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
