import {
  acceptCompletion,
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  type CompletionContext,
  type CompletionResult,
  completionKeymap,
} from '@codemirror/autocomplete';
import { defaultKeymap } from '@codemirror/commands';
import { bracketMatching, HighlightStyle, StreamLanguage, syntaxHighlighting } from '@codemirror/language';
import { type Diagnostic as Lint, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap, placeholder } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { complete, type Diagnostic, type Vocabulary } from '../../../../../language/index.ts';

export type CodeEditor = {
  /** Puts another text in, as somebody changed the conditions; the cursor stays where it can. */
  readonly show: (text: string) => void;
  readonly mark: (diagnostics: readonly Diagnostic[]) => void;
  readonly focus: () => void;
  readonly close: () => void;
};

type Options = {
  readonly parent: HTMLElement;
  readonly text: string;
  readonly label: string;
  readonly hint: string;
  readonly nonce: string;
  readonly vocabulary: () => Vocabulary;
  readonly onChange: (text: string) => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
};

/** The text of a definition in an editor that completes names and values. Its history is the builder's. */
export function openCodeEditor({ parent, text, label, hint, nonce, vocabulary, onChange, onUndo, onRedo }: Options): CodeEditor {
  let showing = false;
  const run = (work: () => void) => () => {
    work();
    return true;
  };
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        EditorView.cspNonce.of(nonce),
        keymap.of([
          { key: 'Mod-z', run: run(onUndo), preventDefault: true },
          { key: 'Mod-Shift-z', run: run(onRedo), preventDefault: true },
          { key: 'Mod-y', run: run(onRedo), preventDefault: true },
          { key: 'Tab', run: acceptCompletion },
          ...closeBracketsKeymap,
          ...completionKeymap,
          ...lintKeymap,
          ...defaultKeymap,
        ]),
        StreamLanguage.define(words),
        syntaxHighlighting(colours),
        bracketMatching(),
        closeBrackets(),
        autocompletion({ override: [(context) => suggestions(context, vocabulary())], activateOnTyping: true, icons: false, maxRenderedOptions: 20 }),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': label, 'data-code': 'definition' }),
        placeholder(hint),
        look,
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !showing) onChange(update.state.doc.toString());
        }),
      ],
    }),
  });
  return {
    show: (next) => {
      const now = view.state.doc.toString();
      if (next === now) return;
      showing = true;
      view.dispatch({ changes: { from: 0, to: now.length, insert: next }, selection: { anchor: Math.min(view.state.selection.main.head, next.length) } });
      showing = false;
    },
    mark: (diagnostics) =>
      view.dispatch(
        setDiagnostics(
          view.state,
          diagnostics.map((one) => lintOf(one, view.state.doc.length)),
        ),
      ),
    focus: () => view.focus(),
    close: () => view.destroy(),
  };
}

function lintOf({ position, severity, message, hint }: Diagnostic, length: number): Lint {
  const from = Math.min(position.offset, length);
  return { from, to: Math.min(Math.max(from, position.offset + position.length), length), severity, message: `${message} ${hint}`.trim() };
}

function suggestions({ state, pos, explicit }: CompletionContext, vocabulary: Vocabulary): CompletionResult | null {
  const text = state.doc.toString();
  const found = complete(text, pos, vocabulary);
  const [first] = found;
  if (first === undefined) return null;
  const { offset, length } = first.replaces;
  // Between words the list comes when it is asked for, or after an operator or a bracket.
  if (!explicit && length === 0 && !/[=<>("]\s*$/.test(text.slice(0, pos))) return null;
  return {
    from: offset,
    to: offset + length,
    filter: false,
    options: found.map(({ insert, label, kind }) => ({ label: insert, detail: label === insert ? kind : label, apply: insert })),
  };
}

const keywords =
  /^(?:and|or|not|all of|any of|none of|in segment|in last|in next|then|where|within|between|is|known|unknown|contains|starts with|ends with|can receive|for|random|seed|days since|last|first|in|today|yesterday|this|before|after|on|of)\b/i;

/** Just enough to colour: quoted texts, numbers and dates, the words of the language. */
const words = {
  token(stream: { match: (pattern: RegExp) => unknown; eatSpace: () => boolean; next: () => unknown }): string | null {
    if (stream.eatSpace()) return null;
    if (stream.match(/^"(?:[^"\\]|\\.)*"?/)) return 'string';
    if (stream.match(/^\d[\d.:TZ-]*%?/)) return 'number';
    if (stream.match(keywords)) return 'keyword';
    if (stream.match(/^(?:<=|>=|!=|[=<>])/)) return 'operator';
    if (stream.match(/^[\p{L}_][\p{L}\p{N}_.]*/u)) return 'variableName';
    stream.next();
    return null;
  },
};

const colours = HighlightStyle.define([
  { tag: tags.keyword, color: 'var(--accent)', fontWeight: '600' },
  { tag: tags.string, color: 'var(--growthink)' },
  { tag: tags.number, color: 'var(--riskink)' },
  { tag: tags.operator, color: 'var(--muted)' },
  { tag: tags.variableName, color: 'var(--ink)' },
]);

const look = EditorView.theme({
  '&': { backgroundColor: 'var(--card)', color: 'var(--ink)', border: '1px solid var(--line)', borderRadius: '8px', fontSize: '14px' },
  '&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '1px' },
  '.cm-content': { fontFamily: 'var(--mantine-font-family-monospace)', padding: '12px 4px', minHeight: '120px', caretColor: 'var(--ink)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-placeholder': { color: 'var(--muted)' },
  '.cm-matchingBracket': { backgroundColor: 'var(--soft)', outline: '1px solid var(--neutral)' },
  '.cm-tooltip': {
    backgroundColor: 'var(--card)',
    color: 'var(--ink)',
    border: '1px solid var(--line)',
    borderRadius: '8px',
    overflow: 'hidden',
    maxWidth: 'min(480px, 90vw)',
  },
  '.cm-tooltip-autocomplete ul li': { padding: '4px 8px !important', fontFamily: 'var(--mantine-font-family-monospace)', fontSize: '13px' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { backgroundColor: 'var(--accent)', color: 'var(--card)' },
  '.cm-completionDetail': { color: 'inherit', opacity: '0.75', fontStyle: 'normal', marginLeft: '12px' },
  '.cm-diagnostic': { padding: '6px 10px', borderLeftWidth: '3px' },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--risk3)' },
  '.cm-diagnostic-warning': { borderLeftColor: 'var(--risk1)' },
});
