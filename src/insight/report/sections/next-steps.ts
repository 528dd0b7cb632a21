import type { NextStep, ReportData } from '../../../contract/index.ts';
import { type Html, html } from '../html.ts';
import { panel } from '../parts.ts';
import type { Words } from '../words.ts';

/** What to do next, most money first. */
export function nextSteps(data: ReportData, words: Words): Html {
  if (data.nextSteps.length === 0) {
    return panel(
      'next',
      'What to do next',
      'Nothing stands out. Import more of what you have (orders, e-mail engagement, reviews), and this list fills with what is worth doing.',
    );
  }
  const worth = data.nextSteps.reduce((sum, step) => sum + (step.money_per_year ?? 0), 0);
  const finding =
    worth > 0
      ? `Ranked by the money in it. ${data.nextSteps.length === 1 ? 'One thing stands' : `${data.nextSteps.length} things stand`} out.`
      : 'In order of importance.';
  return panel('next', 'What to do next', finding, html`<ol class="steps">${data.nextSteps.map((step) => item(step, words))}</ol>`, rules(data.nextSteps));
}

function item(step: NextStep, words: Words): Html {
  const amount =
    step.money_per_year !== null ? html`<div class="worth">${words.money(Math.round(step.money_per_year))}<small>a year</small></div>` : html`<div></div>`;
  return html`<li><div><h3>${step.title}</h3><p>${step.why} ${step.action}</p></div>${amount}</li>`;
}

function rules(steps: readonly NextStep[]): Html {
  return html`<details><summary>How the money is reckoned</summary><ul>${steps.map((step) => html`<li><strong>${step.title}</strong>: ${step.reckoning}</li>`)}</ul></details>`;
}
