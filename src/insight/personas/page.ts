import type { Persona, PersonaFact } from '../../contract/schemas.ts';
import { html, type Html, raw } from '../report/html.ts';
import { share } from '../report/words.ts';

const style = `:root{color-scheme:light}body{font:15px/1.5 system-ui,sans-serif;margin:0 auto;max-width:52rem;padding:2rem;color:#1b2226}h1{font-size:28px;margin:0}h2{font-size:16px;margin:1.5rem 0 .5rem}header{display:flex;gap:1.5rem;align-items:center}
img{width:96px;height:96px;object-fit:cover;border-radius:50%;flex:none}td:first-child::first-letter{text-transform:uppercase}blockquote{border-left:3px solid #0b7a75;margin:1rem 0;padding:.25rem 1rem;font-size:18px}table{border-collapse:collapse;width:100%}td{border-top:1px solid #dde3e6;padding:.35rem .5rem .35rem 0;vertical-align:top}
td:last-child{color:#5a666c;font-size:12px}.grid{display:grid;grid-template-columns:repeat(auto-fit,minmax(20rem,1fr));gap:0 2rem}footer{color:#5a666c;font-size:12px;margin-top:2rem}@media print{body{padding:0;max-width:none}section{break-inside:avoid}}`;

/** A persona as one page that needs nothing else: to print, or to hand to somebody. */
export function personaPage({ name, segment, edits, card, notes }: Persona, picture: string | null): string {
  const page = html`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${name}</title><style>${raw(style)}</style></head><body>
<header>${picture === null ? null : html`<img src="${picture}" alt="">`}<div><h1>${name}</h1><p>${segment.name} · ${card.sentence}</p></div></header>
${edits.summary === undefined || edits.summary === '' ? null : html`<p>${edits.summary}</p>`}
${card.quote === null ? null : html`<blockquote>“${card.quote.text}”</blockquote>`}
<div class="grid">${[section('Who they are', card.demographics), section('How they buy', card.habits), section('What moves them', card.motives), section('Where they are', card.channels), section('What keeps them', card.objections)]}</div>
${list('Set apart by', card.distinct)}${list('Goals', lines(edits.goals))}${list('Frustrations', lines(edits.frustrations))}
${list('What to offer', [...lines(edits.offer), ...card.offers.map(({ text, because }) => `${text} (${because})`)])}${list('What to say', lines(edits.say))}
${list(
  'Interview notes',
  notes.map(({ text }) => text),
)}
<footer>${card.how} ${card.people} people.</footer></body></html>`;
  return page.html;
}

const lines = (text: string | undefined): readonly string[] => (text ?? '').split('\n').filter((line) => line.trim() !== '');

const section = (title: string, facts: readonly PersonaFact[]): Html =>
  facts.length === 0
    ? html``
    : html`<section><h2>${title}</h2><table>${facts.map((fact, place) => row(fact, facts[place - 1]?.label === fact.label))}</table></section>`;

/** One label stands over all of its values. */
const row = ({ label, value, share: part, people, source }: PersonaFact, again: boolean): Html =>
  html`<tr><td>${again ? '' : label}</td><td>${source === 'trait country' ? countryName(value) : value}${part === null ? '' : `, ${share(part)}`}</td><td>${people} people, ${fromWhere(source)}</td></tr>`;

const fromWhere = (source: string): string =>
  source.startsWith('trait ') ? 'from your records' : source.startsWith('feature ') ? 'worked out from what they do' : `from ${source}`;

const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' });
const countryName = (code: string): string => (/^[A-Z]{2}$/.test(code) ? (regions.of(code) ?? code) : code);

const list = (title: string, items: readonly string[]): Html =>
  items.length === 0 ? html`` : html`<section><h2>${title}</h2><ul>${items.map((item) => html`<li>${item}</li>`)}</ul></section>`;
