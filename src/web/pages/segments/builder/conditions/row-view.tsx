import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { check } from '../../../../../language/index.ts';
import { useFormat } from '../../../../components/format/use-format.ts';
import { setCondition } from '../../../../segment-editor/edits.ts';
import type { EditorRow, LeafCondition } from '../../../../segment-editor/node.ts';
import { rowFormOf } from '../../../../segment-editor/row-form.ts';
import { useBuilder } from '../builder-context.ts';
import { AttributeForm } from '../forms/attribute-form.tsx';
import { FactsForm } from '../forms/facts-form.tsx';
import { CanReceiveForm, RandomForm, SegmentForm, WithinForm } from '../forms/simple-forms.tsx';
import { SequenceForm } from '../forms/sequence-form.tsx';
import { TextForm } from '../forms/text-form.tsx';
import { HeadCount } from './head-count.tsx';
import { Handle, NodeMenu } from './node-menu.tsx';
import styles from './row-view.module.css';
import { UnknownNote } from './unknown-note.tsx';

/** One condition: its form, how many people it holds for, and what is to be known about it. */
export function RowView({ row }: { readonly row: EditorRow }) {
  const { t } = useTranslation('segments-builder');
  const { vocabulary, self, locked, hints } = useBuilder();
  const format = useFormat();
  const [asText, setAsText] = useState(false);
  const { id, condition, pending } = row;
  const checked = condition === undefined || pending ? undefined : check(condition, vocabulary, self === undefined ? {} : { self });
  const trouble = checked === undefined ? [] : checked.ok ? checked.value.warnings : checked.error;
  return (
    <div className={styles.row} data-pending={pending || undefined} data-row={id}>
      <div className={styles.line}>
        <Handle id={id} />
        <div className={styles.form} role="group" aria-label={t('condition')} inert={locked} data-form>
          {row.negations % 2 === 1 ? <span className={styles.not}>{t('not')}</span> : null}
          {condition === undefined ? null : <Form row={row} condition={condition} asText={asText} onDone={() => setAsText(false)} />}
        </div>
        <HeadCount id={id} />
        <NodeMenu node={row} onText={() => setAsText(true)} />
      </div>
      {pending ? <p className={styles.notes}>{t('pending')}</p> : null}
      {trouble.map(({ message, hint, severity }) => (
        <p
          key={`${message}${hint}`}
          className={`${styles.notes} ${severity === 'error' ? styles.trouble : ''}`}
          role={severity === 'error' ? 'alert' : undefined}
        >
          {message} {hint}
        </p>
      ))}
      {(hints.get(id) ?? []).map(({ what, value, near }) => (
        <p key={`${what} ${value}`} className={styles.notes}>
          {near.length === 0 ? t('nowhere', { what, value }) : t('nowhereNear', { what, value, near: format.choice(near.map((each) => `“${each}”`)) })}
        </p>
      ))}
      <UnknownNote row={row} />
    </div>
  );
}

type FormProps = { readonly row: EditorRow; readonly condition: LeafCondition; readonly asText: boolean; readonly onDone: () => void };

function Form({ row, condition, asText, onDone }: FormProps) {
  const { editor } = useBuilder();
  const change = (next: LeafCondition, pending = false) => editor.edit((root) => setCondition(root, row.id, next, pending), `row ${row.id}`);
  const form = asText ? 'text' : rowFormOf(condition);
  switch (form) {
    case 'attribute':
      return <AttributeForm row={row} condition={condition} onChange={change} />;
    case 'facts':
      return condition.kind === 'compare' && condition.left.kind !== 'attribute' ? (
        <FactsForm id={row.id} condition={condition} left={condition.left} pending={row.pending} onChange={change} />
      ) : null;
    case 'segment':
      return condition.kind === 'in-segment' ? <SegmentForm id={row.id} condition={condition} pending={row.pending} onChange={change} /> : null;
    case 'can-receive':
      return condition.kind === 'can-receive' ? <CanReceiveForm id={row.id} condition={condition} pending={row.pending} onChange={change} /> : null;
    case 'random':
      return condition.kind === 'random' ? <RandomForm id={row.id} condition={condition} pending={row.pending} onChange={change} /> : null;
    case 'within':
      return condition.kind === 'within' ? <WithinForm id={row.id} condition={condition} pending={row.pending} onChange={change} /> : null;
    case 'sequence':
      return condition.kind === 'sequence' ? <SequenceForm id={row.id} condition={condition} onChange={change} /> : null;
    case 'text':
      return <TextForm id={row.id} condition={condition} onChange={change} onDone={asText ? onDone : undefined} />;
  }
}
