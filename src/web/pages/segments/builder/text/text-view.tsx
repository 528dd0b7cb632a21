import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { checkText, type Diagnostic } from '../../../../../language/index.ts';
import { pageNonce } from '../../../../theme/page-nonce.ts';
import { useBuilder } from '../builder-context.ts';
import { type CodeEditor, openCodeEditor } from './code-editor.ts';
import styles from './text-view.module.css';

/** The definition as text, with what is wrong under its place. Loaded when it is first opened: the editor is the largest part of this screen. */
export function TextView() {
  const { t } = useTranslation('segments-builder');
  const { editor, vocabulary, self } = useBuilder();
  const holder = useRef<HTMLDivElement>(null);
  const code = useRef<CodeEditor | undefined>(undefined);
  const latest = useRef({ editor, vocabulary });
  useEffect(() => {
    latest.current = { editor, vocabulary };
  });
  const { text } = editor.document;
  const diagnostics = text.trim() === '' ? [] : diagnosticsOf(text, vocabulary, self);
  const shown = useRef({ text, label: t('text.label'), hint: t('text.hint') });
  useEffect(() => {
    if (holder.current === null) return undefined;
    const opened = openCodeEditor({
      parent: holder.current,
      ...shown.current,
      nonce: pageNonce(),
      vocabulary: () => latest.current.vocabulary,
      onChange: (typed) => latest.current.editor.write(typed),
      onUndo: () => latest.current.editor.undo(),
      onRedo: () => latest.current.editor.redo(),
    });
    code.current = opened;
    return () => {
      opened.close();
      code.current = undefined;
    };
  }, []);
  useEffect(() => code.current?.show(text), [text]);
  useEffect(() => code.current?.mark(diagnosticsOf(text, vocabulary, self)), [text, vocabulary, self]);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  return (
    <div className={styles.view}>
      <div ref={holder} />
      <div role="status">
        {errors.map(({ position, message, hint }) => (
          <p key={`${position.offset} ${message}`} className={styles.trouble}>
            <span className={styles.where}>{t('text.where', { line: position.line, column: position.column })}</span> {message} {hint}
          </p>
        ))}
      </div>
    </div>
  );
}

function diagnosticsOf(text: string, vocabulary: Parameters<typeof checkText>[1], self: string | undefined): readonly Diagnostic[] {
  if (text.trim() === '') return [];
  const checked = checkText(text, vocabulary, self === undefined ? {} : { self });
  return checked.ok ? checked.value.warnings : checked.error;
}
