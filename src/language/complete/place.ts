import { factKinds } from '../facts/source-text.ts';
import type { Token } from '../parse/token.ts';
import type { FactSource } from '../tree.ts';

/** What may stand at the cursor. */
export type Place =
  | { readonly kind: 'condition' }
  | { readonly kind: 'source' }
  | { readonly kind: 'field'; readonly source: FactSource }
  /** After facts in parentheses: `where`, a window, the end. */
  | { readonly kind: 'facts' }
  | { readonly kind: 'operator'; readonly subject: string; readonly source: FactSource | undefined }
  | { readonly kind: 'value'; readonly subject: string; readonly source: FactSource | undefined }
  | { readonly kind: 'segment' }
  | { readonly kind: 'channel' }
  | { readonly kind: 'unit' }
  | { readonly kind: 'join' };

type Frame = {
  readonly opens: 'conditions' | 'aggregate' | 'values';
  readonly where: FactSource | undefined;
  readonly since: Token[];
  source: FactSource | undefined;
};

const operatorEnds = /^(?:=|!=|<|<=|>|>=|in|contains|with|exactly|is|of)$/i;
const boundary = /^(?:and|or|not|where|then)$/i;

/** Follows parentheses and the words that begin something new, from the start of the text to the cursor. */
export function placeOf(tokens: readonly Token[]): Place {
  const frames: Frame[] = [{ opens: 'conditions', where: undefined, since: [], source: undefined }];
  tokens.forEach((token, index) => {
    const frame = frames.at(-1) ?? { opens: 'conditions' as const, where: undefined, since: [], source: undefined };
    if (token.kind === 'symbol' && token.text === '(') frames.push(opened(frame, tokens[index - 1]));
    else if (token.kind === 'symbol' && token.text === ')') {
      if (frames.length > 1) frames.pop();
      frames.at(-1)?.since.push(token);
    } else if (token.kind === 'symbol' && token.text === ',' && frame.opens !== 'values') frame.since.length = 0;
    else if (token.kind === 'word' && boundary.test(token.text) && !isBetweenAnd(frame.since, token)) startAnew(frames, frame, token);
    else frame.since.push(token);
  });
  const frame = frames.at(-1);
  return frame === undefined ? { kind: 'condition' } : placeIn(frame, frames.at(-2));
}

function opened(frame: Frame, before: Token | undefined): Frame {
  const word = before?.kind === 'word' ? before.text.toLowerCase() : '';
  if (/^(?:count|sum|avg|average|min|minimum|max|maximum|distinct)$/.test(word)) return { opens: 'aggregate', where: undefined, since: [], source: undefined };
  const isList = word === 'of' && frame.since.length === 2 && /^(?:all|any|none)$/i.test(frame.since[0]?.text ?? '');
  if (isList) frame.since.length = 0;
  if ((word === 'in' || word === 'of') && !isList) return { opens: 'values', where: frame.where, since: [], source: undefined };
  return { opens: 'conditions', where: frame.where, since: [], source: frame.source };
}

const isBetweenAnd = (since: readonly Token[], token: Token): boolean => /^and$/i.test(token.text) && /^between$/i.test(since.at(-2)?.text ?? '');

/** `where` speaks of the facts named before it. */
function startAnew(frames: Frame[], frame: Frame, token: Token): void {
  const source = /^where$/i.test(token.text) ? (sourceOf(frame.since) ?? frame.source) : frame.where;
  frames[frames.length - 1] = { ...frame, where: /^then$/i.test(token.text) ? undefined : source, since: /^then$/i.test(token.text) ? [{ ...token }] : [] };
}

/** The facts that a stretch of tokens begins with, or ends with. */
function sourceOf(since: readonly Token[]): FactSource | undefined {
  for (const token of since) {
    if (token.kind === 'quoted') return { kind: 'event', name: token.text };
    const kind = factKinds.find((one) => token.kind === 'word' && (one === token.text.toLowerCase() || one === `${token.text.toLowerCase()}s`));
    if (kind !== undefined) return { kind };
  }
  return undefined;
}

function placeIn(frame: Frame, outer: Frame | undefined): Place {
  const { since, where: source } = frame;
  const last = since.at(-1);
  const words = since.map((token) => token.text.toLowerCase()).join(' ');
  if (frame.opens === 'values') return { kind: 'value', subject: subjectOf(outer?.since ?? []), source: outer?.where };
  if (/(?:^| )in (?:last|next) [\d.]+$/.test(words) || /(?:^| )within [\d.]+$/.test(words)) return { kind: 'unit' };
  if (frame.opens === 'aggregate' && source === undefined) return placeInAggregate(since);
  if (since.length === 0) return source === undefined ? { kind: 'condition' } : { kind: 'field', source };
  if (/(?:^| )in segment$/.test(words)) return { kind: 'segment' };
  if (/^can receive$/.test(words)) return { kind: 'channel' };
  if (/^(?:then|days since (?:last|first))$/.test(words)) return { kind: 'source' };
  if (last !== undefined && operatorEnds.test(last.text) && last.kind !== 'quoted') return { kind: 'value', subject: subjectOf(since), source };
  const compared = since.some((token) => token.kind !== 'quoted' && /^(?:=|!=|<|<=|>|>=|in|contains|with|exactly|between|known|unknown)$/i.test(token.text));
  if (compared || words.startsWith('then ')) return { kind: 'join' };
  return { kind: 'operator', subject: subjectOf(since), source };
}

function placeInAggregate(since: readonly Token[]): Place {
  const source = sourceOf(since);
  if (source === undefined) return { kind: 'source' };
  return since.at(-1)?.text === '.' ? { kind: 'field', source } : { kind: 'facts' };
}

/** The name left of an operator. */
function subjectOf(since: readonly Token[]): string {
  const end = since.findIndex(
    (token) => token.kind !== 'quoted' && (/^(?:=|!=|<|<=|>|>=|in|is|contains|starts|ends|between|not)$/i.test(token.text) || token.text === ')'),
  );
  const name = end < 0 ? since : since.slice(0, end);
  if (since[end]?.text === ')') return '';
  return name.map((token, index) => (index > 0 && !token.glued ? ` ${token.text}` : token.text)).join('');
}
