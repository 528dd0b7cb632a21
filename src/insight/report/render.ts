import type { ReportData } from '../../contract/index.ts';
import { type Html, html, raw } from './html.ts';
import { buyingTimes } from './sections/buying-times.ts';
import { cohorts } from './sections/cohorts.ts';
import { concentration } from './sections/concentration.ts';
import { lifecycle } from './sections/lifecycle.ts';
import { nextSteps } from './sections/next-steps.ts';
import { overTime } from './sections/over-time.ts';
import { overlap } from './sections/overlap.ts';
import { overview } from './sections/overview.ts';
import { best, slipping } from './sections/people.ts';
import { products } from './sections/products.ts';
import { quality } from './sections/quality.ts';
import { rfm } from './sections/rfm.ts';
import { segments } from './sections/segments.ts';
import { styles } from './styles.ts';
import { dateOf, type Words, wordsIn } from './words.ts';

const contents = [
  ['next', 'Do next'],
  ['time', 'Over time'],
  ['rfm', 'Value map'],
  ['lifecycle', 'Lifecycle'],
  ['best', 'Best'],
  ['slipping', 'Slipping'],
  ['cohorts', 'Who comes back'],
  ['segments', 'Segments'],
  ['quality', 'Data quality'],
] as const;

/**
 * The report as one HTML file: no script, nothing fetched, charts as SVG with their numbers in tables behind them.
 * The same data gives the same text, byte for byte.
 */
export function renderReport(data: ReportData): string {
  const words = wordsIn(data.currency);
  const body = html`<main id="main">
${nextSteps(data, words)}
${data.overview.orders > 0 && aboutOrders(data, words)}
${segments(data, words)}
${overlap(data)}
${quality(data)}
</main>`;
  return page(data, html`${head(data, overview(data, words), body)}${body}${foot(data)}`);
}

/** What there is to say once something was sold. */
function aboutOrders(data: ReportData, words: Words): Html {
  const sold = products(data, words);
  return html`${overTime(data, words)}
${rfm(data, words)}
<div class="pair">${lifecycle(data, words)}${concentration(data, words)}</div>
<div class="pair">${best(data, words)}${slipping(data, words)}</div>
${cohorts(data)}
${sold.length === 2 ? html`<div class="pair">${sold}</div>` : sold}
${buyingTimes(data, words)}`;
}

function page(data: ReportData, body: Html): string {
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="referrer" content="no-referrer"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"><title>${data.name}: customers and segments</title><style>${raw(styles)}</style></head>
<body>${body}</body></html>
`.html;
}

function head(data: ReportData, figures: Html, body: Html): Html {
  const links = contents.filter(([id]) => body.html.includes(`id="${id}"`)).map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`);
  return html`<a class="skip" href="#main">Skip to the report</a><header><h1><bdi>${data.name}</bdi></h1><p class="asof">Customers and segments as of ${dateOf(data.moment, data.zone)}</p>${figures}<nav aria-label="Contents"><ul>${links}</ul></nav></header>
`;
}

function foot(data: ReportData): Html {
  return html`<footer><p>Made by Clientele from this shop's own records as of ${dateOf(data.moment, data.zone)}. Money in ${data.currency}, times in ${data.zone}. Orders are those that count: not cancelled, void, test or draft.</p></footer>`;
}
