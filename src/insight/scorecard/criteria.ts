import type { Criterion, CriterionName, Difference } from '../../contract/index.ts';
import { share } from '../report/words.ts';
import { behaviours } from './behaviours.ts';
import { apart, hedgesG, varianceWithin } from './effects.ts';
import type { Knowledge } from './knowledge.ts';
import { type Profile, without } from './moments.ts';
import type { Reach } from './reach.ts';

/** The rules of docs/scorecard.md, each from counts to a number and its reason. */
const criterion = (score: number | null, because: string): Criterion => ({ score: score === null ? null : Math.min(1, Math.max(0, score)), because });

export function measurable(known: ReturnType<Knowledge>): Criterion {
  if (known === undefined) return criterion(null, 'its definition could not be read');
  return criterion(
    known.score,
    known.weakest === null
      ? 'everything it speaks of is recorded'
      : `what it speaks of is known for ${share(known.score)} of customers; least known is ${known.weakest.replaceAll('_', ' ')}`,
  );
}

export function accessible(reach: Reach): Criterion {
  if (reach.members === 0) return criterion(null, 'it holds nobody');
  const score = (reach.agreed + reach.unasked / 2) / reach.members;
  return criterion(
    score,
    `${share(reach.agreed / reach.members)} agreed to marketing; ${share(reach.unasked / reach.members)} have an address and were never asked`,
  );
}

const worthwhile = 0.05;
const fewestForStatistics = 30;

export function substantial(reach: Reach, all: Reach): Criterion {
  const people = all.members === 0 ? 0 : reach.members / all.members;
  const money = all.revenue <= 0 ? 0 : reach.revenue / all.revenue;
  const score = Math.min(1, Math.max(people, money) / worthwhile) * Math.min(1, reach.members / fewestForStatistics);
  return criterion(score, `${share(people)} of customers and ${share(money)} of the last 12 months' revenue`);
}

export function differences(all: Profile, group: Profile): readonly Difference[] {
  return behaviours
    .flatMap(({ name, label, more, less }, index): readonly Difference[] => {
      const [whole, part] = [all[index], group[index]];
      if (whole === undefined || part === undefined) return [];
      const others = without(whole, part);
      const effect = hedgesG(part, others);
      return effect === undefined ? [] : [{ feature: name, label, phrase: effect > 0 ? more : less, effect, members: part.natural, others: others.natural }];
    })
    .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect));
}

export function differentiable(found: readonly Difference[]): Criterion {
  if (found.length === 0) return criterion(null, 'too few customers inside or outside to compare');
  const strongest = found.slice(0, 3);
  const score = strongest.reduce((sum, { effect }) => sum + apart(effect), 0) / strongest.length;
  return criterion(score, `differs most from other customers in ${strongest.map(({ label }) => label).join(', ')}`);
}

/** Lehr's rule: 16 p(1−p)/δ² people a side show a difference δ between shares with 80% power at 5% (Lehr, Statistics in Medicine 11, 1992). */
export function peopleForTest(share: number, difference = 0.1): number {
  const p = Math.min(0.5, Math.max(0.05, share));
  return Math.ceil((2 * 16 * p * (1 - p)) / difference ** 2);
}

export function actionable(reach: Reach): Criterion {
  if (reach.members === 0) return criterion(null, 'it holds nobody');
  const reachable = reach.agreed + reach.unasked;
  const needed = peopleForTest(reach.ordered30 / reach.members);
  const score = reachable / reach.members / 2 + Math.min(1, reachable / needed) / 2;
  return criterion(
    score,
    `of ${reach.members}, ${reach.agreed} agreed to hear from you and ${reach.unasked} can be asked; ${needed} are needed to prove a rise of ten points in orders a month`,
  );
}

export function homogeneity(all: Profile, group: Profile): Criterion {
  const left = varianceWithin(all, group);
  if (left === undefined) return criterion(null, 'too few members to compare');
  return criterion(1 - left, `members vary ${left > 1 ? 'more' : `${share(1 - left)} less`} than customers at large`);
}

export function heterogeneity(nearest: { readonly name: string; readonly distance: number } | undefined): Criterion {
  if (nearest === undefined) return criterion(null, 'there is no other segment to compare with');
  return criterion(
    apart(nearest.distance),
    `its nearest neighbour is ${nearest.name}, from which it differs ${degree(nearest.distance)} (${nearest.distance.toFixed(1)} times the usual spread)`,
  );
}

/** Cohen's steps (Statistical Power Analysis, 2nd ed., 1988, 2.2.4) in words. */
const degree = (distance: number): string => (distance < 0.2 ? 'hardly' : distance < 0.5 ? 'a little' : distance < 0.8 ? 'clearly' : 'much');

/** Mean of what could be measured. */
export function overall(criteria: Readonly<Record<CriterionName, Criterion>>): number | null {
  const scores = Object.values(criteria).flatMap(({ score }) => (score === null ? [] : [score]));
  return scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length;
}
