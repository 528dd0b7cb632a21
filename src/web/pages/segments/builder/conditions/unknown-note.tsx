import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { wrapNode } from '../../../../segment-editor/edits.ts';
import { type EditorRow, newRow } from '../../../../segment-editor/node.ts';
import { unknownRuleOf } from '../../../../segment-editor/unknown-rule.ts';
import { useBuilder } from '../builder-context.ts';
import { useLabels } from '../forms/labels.ts';
import styles from './unknown-note.module.css';

/** Beside every negative operator: what becomes of customers of whom the value is not known, and one click to take them in. */
export function UnknownNote({ row }: { readonly row: EditorRow }) {
  const { t } = useTranslation('segments-builder');
  const { editor, locked } = useBuilder();
  const { attributeLabel, sourceLabel } = useLabels();
  const rule = unknownRuleOf(row);
  if (rule === undefined || row.pending) return null;
  const what = rule.attribute === undefined ? (rule.facts === undefined ? '' : sourceLabel(rule.facts)) : attributeLabel(rule.attribute);
  const values = row.condition?.kind === 'compare' ? row.condition.values.map(String).join(', ') : '';
  const { orUnknown } = rule;
  const isLeaf = orUnknown !== undefined && (orUnknown.kind === 'unknown' || orUnknown.kind === 'compare');
  return (
    <p className={styles.note}>
      <span>{t(`unknown.${rule.rule}`, { what, values })}</span>
      {isLeaf ? (
        <Button
          variant="subtle"
          size="compact-xs"
          disabled={locked}
          onClick={() => editor.edit((root) => wrapNode(root, row.id, 'any', editor.newId, newRow(editor.newId, orUnknown)))}
        >
          {rule.rule === 'nothing-to-measure' ? t('unknown.addNone') : t('unknown.add')}
        </Button>
      ) : null}
    </p>
  );
}
