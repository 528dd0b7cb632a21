import type { QualityLine, ReportData } from '../../../contract/index.ts';
import { type Html, html } from '../html.ts';
import { meter, panel, table } from '../parts.ts';
import { counted } from '../words.ts';

/** How far the figures above can be trusted, and what would make them better. */
export function quality(data: ReportData): Html {
  const lines = data.quality;
  if (lines.length === 0) return panel('quality', 'Data quality', 'No checks have been run on the data yet: run `clientele quality`.');
  const worst = [...lines].filter((line) => line.fix !== null).sort((a, b) => (a.score ?? 1) - (b.score ?? 1));
  const finding =
    worst.length === 0 ? 'Nothing needs mending.' : `${counted(worst.length, 'thing')} could be mended; the first is ${worst[0]?.title.toLowerCase() ?? ''}.`;
  return panel(
    'quality',
    'Data quality',
    finding,
    table<QualityLine>(
      'Checks',
      [
        { title: 'What', cell: (line) => line.title },
        { title: 'Score', cell: (line) => meter(line.score) },
        { title: 'Found', cell: (line) => html`${line.detail}${line.fix !== null && html`<br><span class="muted">${line.fix}</span>`}` },
      ],
      lines,
      false,
    ),
  );
}
