import { styleText } from 'node:util';
import type { Backtest, ModelCard, ModelDetails, ModelFairness, ModelFigure, ModelNeed, ValueBesideForecast } from '../../contract/index.ts';
import type { Workspace } from '../../core/index.ts';
import { localDay, plural, share, wholeNumber } from './numbers.ts';
import { renderRows, renderTable } from './table.ts';
import { valueParts } from './value-card.ts';

/** A model card as a shop owner reads it. */
export function renderCard(card: ModelCard & { readonly beside_forecast?: ValueBesideForecast | null }, { zone }: Workspace): string {
  const asks = `${card.question} ${card.method.charAt(0).toUpperCase()}${card.method.slice(1)}. Facts until ${localDay(card.as_of, zone)}, ${plural(card.age_days, 'day')} ago.`;
  return [
    `${styleText('bold', card.title)} (${card.model} ${card.version}, ${card.status})`,
    asks,
    card.status === 'candidate' ? waits(card) : '',
    section('Seen', card.seen),
    section('Why this method', card.chosen_because),
    section('How well', figures(card.quality)),
    section('Beside the shop’s forecast', card.beside_forecast?.sentence ?? ''),
    ...detailParts(card).map(([title, text]) => section(title, text)),
    section('What moves it', card.drivers.map(({ sentence }) => `- ${sentence}`).join('\n')),
    section('Fairness', card.fairness.map(fairness).join('\n')),
    section('Since training', card.drift?.sentence ?? ''),
    section('Enough data?', needs(card.enough)),
    section('What it foretells', predicts(card)),
    section('Limits', card.limits.map((limit) => `- ${limit}`).join('\n')),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

const waits = ({ model, version, no_better: why }: ModelCard): string =>
  why === null
    ? `It does not act yet: clientele predict approve ${model} ${version}`
    : `It does not act, and should rather not. ${why}\nAll the same: clientele predict approve ${model} ${version} --anyway`;

const section = (title: string, text: string): string => (text === '' ? '' : `\n${styleText('bold', title)}\n${text}`);
const number = (value: number | null): string => (value === null ? '' : Number(value.toPrecision(4)).toString());

function figures(rows: readonly ModelFigure[]): string {
  if (rows.length === 0) return 'Nothing could be held back: nothing is known of how well this does.';
  const table = renderTable(
    [
      { title: 'figure', cell: (row: ModelFigure) => row.label },
      { title: 'this', align: 'right', cell: (row) => number(row.value) },
      { title: '95%', cell: (row) => (row.low === null || row.high === null ? '' : `${number(row.low)} to ${number(row.high)}`) },
      { title: 'beside', align: 'right', cell: (row) => number(row.baseline) },
      { title: '', cell: (row) => row.baseline_label ?? '' },
    ],
    rows,
  );
  return `${table}\n${rows.map(({ meaning }) => `- ${meaning}`).join('\n')}`;
}

function predicts({ predicts: rows }: ModelCard): string {
  if (rows.length === 0) return '';
  return renderTable(
    [
      { title: 'trait', cell: (one: (typeof rows)[number]) => one.trait },
      { title: 'meaning', cell: (one) => one.meaning, max: 130 },
    ],
    rows,
  );
}

function fairness({ groups, sentence }: ModelFairness): string {
  const rate = (measured: { readonly value: number; readonly low: number; readonly high: number } | null): string =>
    measured === null ? '' : `${share(measured.value)} (${share(measured.low)} to ${share(measured.high)})`;
  const table = renderTable(
    [
      { title: 'group', cell: (row: (typeof groups)[number]) => row.value },
      { title: 'customers', align: 'right', cell: (row) => wholeNumber(row.customers) },
      { title: 'picked', align: 'right', cell: (row) => rate(row.selected) },
      { title: 'found of those who did', align: 'right', cell: (row) => rate(row.true_positive) },
      { title: 'false alarm', align: 'right', cell: (row) => rate(row.false_positive) },
      { title: 'promised', align: 'right', cell: (row) => share(row.predicted) },
      { title: 'did', align: 'right', cell: (row) => rate(row.actual) },
    ],
    groups,
  );
  return `${sentence}\n${table}`;
}

function detailParts({
  details,
  adds_up_to: addsUpTo,
}: {
  readonly details: ModelDetails;
  readonly adds_up_to?: number | null;
}): readonly (readonly [title: string, text: string])[] {
  switch (details.kind) {
    case 'value':
      return valueParts(details, addsUpTo);
    case 'classifier':
      return [
        ['Candidates', candidates(details.candidates)],
        ['By tenths, the newest customers', tenths(details)],
      ];
    case 'timing':
      return [['Candidates', renderRows([mark, label, { title: 'right', align: 'right', cell: (row) => share(row.hit) }], details.candidates)]];
    case 'recommendations':
      return [
        [
          'Candidates',
          renderRows(
            [
              mark,
              label,
              { title: 'nDCG@10', align: 'right', cell: (row) => `${row.ndcg.toFixed(4)} ± ${row.error.toFixed(4)}` },
              { title: 'precision@10', align: 'right', cell: (row) => row.precision.toFixed(4) },
              { title: 'of the products', align: 'right', cell: (row) => share(row.coverage) },
            ],
            details.candidates,
          ),
        ],
      ];
    case 'groups':
      return [];
  }
}

const mark = { title: '', cell: (row: { readonly chosen: boolean }) => (row.chosen ? '→' : '') };
const label = { title: 'candidate', cell: (row: { readonly label: string }) => row.label };

type ClassifierPart = Extract<ModelDetails, { kind: 'classifier' }>;

function candidates(rows: ClassifierPart['candidates']): string {
  return renderRows(
    [
      { title: '', cell: (row: (typeof rows)[number]) => (row.chosen ? '→' : '') },
      { title: 'candidate', cell: (row) => row.label },
      { title: 'log-loss', align: 'right', cell: (row) => row.log_loss.toFixed(4) },
      { title: 'above best', align: 'right', cell: (row) => `${row.above.toFixed(4)} ± ${row.error.toFixed(4)}` },
      { title: 'AUC', align: 'right', cell: (row) => row.auc?.toFixed(3) ?? '' },
      { title: 'average precision', align: 'right', cell: (row) => row.average_precision?.toFixed(3) ?? '' },
    ],
    rows,
  );
}

function tenths({ newest }: ClassifierPart): string {
  if (newest === null || newest.customers === 0) return '';
  return renderTable(
    [
      { title: 'tenth', align: 'right', cell: (row: (typeof newest.lift)[number]) => String(row.tenth) },
      { title: 'customers', align: 'right', cell: (row) => wholeNumber(row.customers) },
      { title: 'did', align: 'right', cell: (row) => share(row.rate) },
      { title: 'lift', align: 'right', cell: (row) => row.lift?.toFixed(2) ?? '' },
      { title: 'gain', align: 'right', cell: (row) => (row.gain === null ? '' : share(row.gain)) },
    ],
    newest.lift,
  );
}

/** A back-test by itself. */
export function renderBacktest({ details, because, cut_offs, horizon_days, needs: rows, quality }: Backtest): string {
  const when =
    cut_offs.length === 0
      ? ''
      : `${horizon_days === null ? 'All' : `${horizon_days} days`} after ${horizon_days === null ? '' : 'each of '}${cut_offs.join(', ')}:`;
  return [when, because, figures(quality), ...detailParts({ details }).map(([title, text]) => section(title, text)), section('Enough data?', needs(rows))]
    .filter((part) => part !== '')
    .join('\n');
}

const nouns: Readonly<Record<string, string>> = {
  customers: 'customers',
  rows: 'rows',
  repeat_customers: 'of them again',
  weeks: 'weeks',
  positives: 'of the rarer outcome',
  moments: 'moments',
};

const singular: Readonly<Record<string, string>> = { customers: 'customer', rows: 'row', weeks: 'week', moments: 'moment' };

function needs(rows: readonly ModelNeed[]): string {
  if (rows.length === 0) return '';
  const counts = (found: ModelNeed['needs']): string =>
    Object.entries(found)
      .filter(([name, count]) => count > 0 || name === 'customers' || name === 'rows')
      .map(([name, count]) => (count === 1 && name in singular ? `1 ${singular[name]}` : `${wholeNumber(count)} ${nouns[name] ?? name}`))
      .join(', ');
  return renderTable(
    [
      { title: 'candidate', cell: (need: ModelNeed) => need.label },
      { title: 'needs', cell: (need) => counts(need.needs) },
      { title: 'has', cell: (need) => counts(need.has) },
      { title: 'enough', cell: (need) => (need.enough ? 'yes' : 'no') },
    ],
    rows,
  );
}
