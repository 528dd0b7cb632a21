import { VisuallyHidden } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { describe, type Vocabulary } from '../../../../language/index.ts';
import { BuilderContext } from './builder-context.ts';
import styles from './builder.module.css';
import { GroupView } from './conditions/group-view.tsx';
import { useEditor } from './use-editor.ts';
import { useLive } from './use-live.ts';
import { useWorld } from './use-world.ts';

type Props = {
  readonly label: string;
  /** The definition that one begins with. */
  readonly start: string;
  readonly vocabulary: Vocabulary;
  /** Takes the definition in hand, empty while it says nothing that can be counted; the same function each time. */
  readonly onText: (text: string) => void;
};

/** The builder's conditions as a field of a form: whom something is for, without a segment being made of it. */
export function ConditionsField({ label, start, vocabulary, onText }: Props) {
  const { t } = useTranslation('segments-builder');
  const editor = useEditor({ text: start, name: '', folder: '' });
  const live = useLive(editor.document, vocabulary, undefined);
  const world = useWorld(editor, live, vocabulary, undefined);
  const { text } = live;
  useEffect(() => onText(text), [text, onText]);
  return (
    <BuilderContext value={world}>
      <div className={styles.main} role="group" aria-label={label}>
        <p className={styles.sentence} data-broken={editor.document.trouble.length > 0 || undefined}>
          {live.tree === undefined ? t('noSentence') : describe(live.tree, vocabulary)}
        </p>
        <GroupView group={editor.document.root} depth={0} />
      </div>
      <VisuallyHidden role="status" aria-live="polite" id="builder-announcement" />
    </BuilderContext>
  );
}
