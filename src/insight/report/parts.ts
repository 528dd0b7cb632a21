import { type Html, html, type Part } from './html.ts';

/** A panel: its finding in a sentence first, then picture, then the numbers behind it. */
export function panel(id: string, title: string, finding: Html | string, ...content: readonly Part[]): Html {
  return html`<section class="card" id="${id}" aria-labelledby="${id}-h"><h2 id="${id}-h">${title}</h2><p class="finding">${finding}</p>${content.map((part) => html`${part}`)}</section>`;
}

export type TableColumn<T> = { readonly title: string; readonly cell: (row: T) => Part; readonly numeric?: boolean };

/** A table whose first column heads its rows. Wide ones scroll by themselves. */
export function table<T>(caption: string, columns: readonly TableColumn<T>[], rows: readonly T[], shown = true): Html {
  const [first, ...rest] = columns;
  const numeric = (column: TableColumn<T>): string => (column.numeric === true ? 'n' : '');
  const head = columns.map((column) => html`<th scope="col" class="${numeric(column)}">${column.title}</th>`);
  const body = rows.map(
    (row) => html`<tr><th scope="row">${first?.cell(row)}</th>${rest.map((column) => html`<td class="${numeric(column)}">${column.cell(row)}</td>`)}</tr>`,
  );
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table>${shown && html`<caption>${caption}</caption>`}<thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}

/** What lies behind a figure, one click away: how it is computed, and the numbers. */
export function behind(how: string, numbers?: Html): Html {
  return html`<details><summary>${numbers === undefined ? 'How this is computed' : 'The numbers, and how they are computed'}</summary><p class="how">${how}</p>${numbers}</details>`;
}

export function key(entries: readonly { readonly name: string; readonly colour: string }[]): Html {
  return html`<ul class="key">${entries.map((entry) => html`<li><i style="background:var(--${entry.colour})"></i>${entry.name}</li>`)}</ul>`;
}

/** A small bar with its number beside it. */
export function meter(score: number | null): Html {
  if (score === null) return html`<span class="muted">not measured</span>`;
  const kind = score < 0.25 ? ' low' : score < 0.5 ? ' middle' : '';
  return html`<span class="measure"><span class="meter${kind}" aria-hidden="true"><b style="width:${Math.round(score * 100)}%"></b></span>${score.toFixed(2)}</span>`;
}

/** Names and other text from files, kept from turning the sentence around them. */
export const name = (text: string): Html => html`<bdi>${text}</bdi>`;
