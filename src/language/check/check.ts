import { failed, ok, type Result } from '../../core/index.ts';
import type { CheckedSegment } from '../checked-segment.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { format } from '../format.ts';
import { parse } from '../parse/parse.ts';
import { positionFinder, type Positions } from '../positions.ts';
import { references } from '../references.ts';
import type { Condition, InSegment } from '../tree.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { checkCondition } from './condition.ts';
import { type CheckContext, type Finding, reportError } from './context.ts';
import { cycleThrough } from './cycles.ts';
import { attributeFinder, segmentFinder } from './names.ts';

export type CheckOptions = {
  /** Where the nodes stand in the text they were parsed from; without it, positions are those in the canonical text. */
  readonly positions?: Positions;
  /** Slug of the segment being defined, so that it does not lead back to itself. */
  readonly self?: string;
};

/** Names, types, values, bounds and circles of a definition against a workspace's vocabulary. All that is wrong is reported at once, in the order of the text. */
export function check(tree: Condition, vocabulary: Vocabulary, options: CheckOptions = {}): Result<CheckedSegment, readonly Diagnostic[]> {
  const located = options.positions === undefined ? locate(tree) : { tree, positions: options.positions };
  const findings: Finding[] = [];
  const context: CheckContext = {
    vocabulary,
    attribute: attributeFinder(vocabulary),
    segment: segmentFinder(vocabulary),
    report: (finding) => void findings.push(finding),
  };
  const checked = checkCondition(located.tree, context);
  checkCircles(references(located.tree), options.self, context);
  const place = positionFinder(located.positions);
  const diagnostics = findings.map((finding) => toDiagnostic(finding, place)).sort((a, b) => a.position.offset - b.position.offset);
  if (diagnostics.some(({ severity }) => severity === 'error')) return failed(Object.freeze(diagnostics));
  const segments = [...new Set(references(checked).map(({ segment }) => segment))];
  return ok(Object.freeze({ tree: checked, text: format(checked), warnings: Object.freeze(diagnostics), segments: Object.freeze(segments) }));
}

/** Text → checked segment: `parse` and `check` in one. */
export function checkText(text: string, vocabulary: Vocabulary, options: Pick<CheckOptions, 'self'> = {}): Result<CheckedSegment, readonly Diagnostic[]> {
  const parsed = parse(text);
  return parsed.ok ? check(parsed.value.tree, vocabulary, { ...options, positions: parsed.value.positions }) : parsed;
}

/** A tree from a screen has no text: its canonical text stands in, whose tree is the same. */
function locate(tree: Condition): { readonly tree: Condition; readonly positions: Positions } {
  const text = format(tree);
  const parsed = parse(text);
  return parsed.ok ? parsed.value : { tree, positions: { text, of: new Map() } };
}

function checkCircles(referred: readonly InSegment[], self: string | undefined, context: CheckContext): void {
  const names = (slugs: readonly string[]): string => slugs.map((slug) => context.vocabulary.segments.get(slug)?.name ?? slug).join(' → ');
  const seen = new Set<string>();
  for (const condition of referred) {
    const slug = context.segment(condition.segment);
    if (slug === undefined || seen.has(slug)) continue;
    seen.add(slug);
    const circle = cycleThrough(slug, self, context.vocabulary, context.segment);
    if (circle === undefined) continue;
    reportError(
      context,
      condition,
      'segment',
      'segment.cycle',
      `Segments refer to each other in a circle: ${names(circle)}.`,
      'Remove one of the `in segment` conditions in that circle.',
      circle,
    );
  }
}

function toDiagnostic({ code, severity, message, hint, node, part, expected }: Finding, place: ReturnType<typeof positionFinder>): Diagnostic {
  return Object.freeze({ code, message, hint, severity, position: place(node, part), ...(expected === undefined ? {} : { expected }) });
}
