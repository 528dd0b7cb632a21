import type { Figure, ReportData } from '../../../contract/index.ts';
import { type Html, html } from '../html.ts';
import { count, counted, share, type Words } from '../words.ts';

/** The shop in one sentence, and its figures against the period before. */
export function overview(data: ReportData, words: Words): Html {
  const { figures, periodDays } = data.overview;
  const said = html`<p class="lead">${lead(data, words)}</p>`;
  if (data.overview.orders === 0) return said;
  return html`${said}<h2 class="small muted">Last ${periodDays} days, and the ${periodDays} days before</h2><dl class="figures">${figures.map((figure) => card(figure, words))}</dl>`;
}

function lead({ overview: seen, concentration, slipping }: ReportData, words: Words): string {
  if (seen.orders === 0)
    return `${counted(seen.profiles, 'customer')} known, and no orders yet. Import orders to see who buys, how often, and who is slipping away.`;
  const { nobodys } = seen;
  const start = `${counted(seen.buyers, 'customer')} ${seen.buyers === 1 ? 'has' : 'have'} spent ${words.money(seen.revenue - nobodys.revenue)} in ${counted(seen.orders - nobodys.orders, 'order')}.`;
  const more =
    nobodys.orders === 0
      ? ''
      : ` ${counted(nobodys.orders, 'more order')}, worth ${words.money(nobodys.revenue)}, ${nobodys.orders === 1 ? 'names' : 'name'} no customer.`;
  const top = concentration === null ? '' : ` The top fifth of them bring ${share(concentration.top20)} of that.`;
  const quiet =
    slipping.customers === 0
      ? ''
      : ` ${counted(slipping.customers, 'regular')} ${slipping.customers === 1 ? 'is' : 'are'} overdue; while they were buying they spent ${words.money(Math.round(slipping.perYear))} a year.`;
  return `${start}${top}${more}${quiet}`;
}

function card(figure: Figure, words: Words): Html {
  return html`<div class="figure"><dt>${figure.label}</dt><dd class="now">${shown(figure.now, figure, words)}</dd><dd class="change">${change(figure, words)}</dd></div>`;
}

function shown(value: number | null, figure: Figure, words: Words): string {
  if (value === null) return '–';
  switch (figure.unit) {
    case 'money':
      return words.money(Math.abs(value) >= 100 ? Math.round(value) : value);
    case 'share':
      return share(value);
    case 'people':
    case 'count':
      return count(value);
  }
}

function change(figure: Figure, words: Words): Html {
  const { now, before } = figure;
  if (now === null || before === null) return html`nothing to compare with`;
  const was = html`from ${shown(before, figure, words)}`;
  const points = figure.unit === 'share';
  const difference = points ? (now - before) * 100 : before === 0 ? null : ((now - before) / Math.abs(before)) * 100;
  if (difference === null) return html`${was}`;
  if (Math.abs(difference) < 0.5) return html`unchanged`;
  const size = `${Math.abs(difference).toFixed(0)}${points ? ' pt' : '%'}`;
  return difference > 0 ? html`<span class="up">▲ ${size}</span> ${was}` : html`<span class="down">▼ ${size}</span> ${was}`;
}
