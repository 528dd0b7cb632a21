import { styleText } from 'node:util';
import type { QualityFigure, QualityReport } from '../../contract/index.ts';
import { localDay, plural, share, wholeNumber } from './numbers.ts';
import { renderTable, safeText } from './table.ts';

const colours = { good: 'green', look: 'yellow', act: 'red' } as const;
const words = { good: 'good', look: 'have a look', act: 'needs you' } as const;

/** Figures that are not well, worst first, with rows behind them and the fix; with `all`, the good ones too. */
export function renderQuality(report: QualityReport, all: boolean, zone: string): string {
  const order = { act: 0, look: 1, good: 2 } as const;
  const shown = report.figures
    .filter(({ severity }) => all || severity !== 'good')
    .toSorted((a, b) => order[a.severity] - order[b.severity] || (a.score ?? 1) - (b.score ?? 1));
  const good = report.figures.filter(({ severity }) => severity === 'good').length;
  if (report.figures.length === 0) return 'There is no data yet. Start with `clientele import FILE`.';
  return [
    renderTable(
      [
        { title: 'source', cell: (source: QualityReport['sources'][number]) => source.source },
        { title: 'kind', cell: (source) => source.kind },
        { title: 'records', align: 'right', cell: (source) => wholeNumber(source.records) },
        { title: 'from', cell: (source) => day(source.first, zone) },
        { title: 'to', cell: (source) => day(source.last, zone) },
      ],
      report.sources,
    ),
    '',
    shown.length === 0 ? 'All is well.' : table(shown),
    ...shown.filter(({ severity }) => severity !== 'good').flatMap(details),
    '',
    `${plural(good, 'figure')} of ${report.figures.length} ${good === 1 ? 'is' : 'are'} well${all ? '' : ' (--all shows them)'}.`,
  ].join('\n');
}

const day = (instant: string | null, zone: string): string => (instant === null ? '' : localDay(instant, zone));

const table = (figures: readonly QualityFigure[]): string =>
  renderTable(
    [
      { title: 'what', cell: (figure: QualityFigure) => [figure.kind, figure.field].filter((part) => part !== null).join('.') },
      { title: 'dimension', cell: (figure) => figure.dimension },
      { title: 'source', cell: (figure) => figure.source ?? 'all' },
      { title: 'score', align: 'right', cell: (figure) => (figure.score === null ? '–' : share(figure.score)) },
      { title: 'rows', align: 'right', cell: (figure) => `${wholeNumber(figure.bad)} of ${wholeNumber(figure.rows)}` },
      { title: '', cell: (figure) => words[figure.severity], style: (text, figure) => styleText(colours[figure.severity], text) },
    ],
    figures,
  );

function details(figure: QualityFigure): readonly string[] {
  const rows = figure.sample
    .slice(0, 3)
    .map(({ id, detail, import: from }) => safeText(`    ${id}${from === null ? '' : ` (import ${from})`}${detail === '' ? '' : `: ${detail}`}`));
  return [
    '',
    styleText('bold', `${[figure.kind, figure.field].filter((part) => part !== null).join('.')}: ${figure.explanation}`),
    ...rows,
    `    → ${figure.fix}`,
  ];
}
