import type { Outcomes } from '../histories/read.ts';
import { fitOrders, type FittedOrders, type Training } from '../orders/fit.ts';
import type { OrderModelKind } from '../orders/model.ts';
import { judge, type Judged } from './measure.ts';

/** What can be looked at from one cut-off: candidates that have enough, what they learn from, and what came after. */
export type OrderLook = { readonly kinds: readonly OrderModelKind[]; readonly training: Training; readonly outcomes: Outcomes };

/** Of each candidate, by place of the look, its judgement; and what was fitted at the first, the newest. */
export type JudgedLooks = {
  readonly judged: ReadonlyMap<OrderModelKind, ReadonlyMap<number, Judged>>;
  readonly newest: ReadonlyMap<OrderModelKind, FittedOrders>;
};

/** Fits every candidate at every cut-off and holds it against what came. Pure, and long: meant for a thread of its own. */
export function judgeLooks({ looks, weeks }: { readonly looks: readonly OrderLook[]; readonly weeks: number }, progress: (share: number) => void): JudgedLooks {
  const judged = new Map<OrderModelKind, Map<number, Judged>>();
  const newest = new Map<OrderModelKind, FittedOrders>();
  const all = looks.reduce((sum, { kinds }) => sum + kinds.length, 0);
  let done = 0;
  for (const [place, { kinds, training, outcomes }] of looks.entries()) {
    for (const kind of kinds) {
      const fitted = fitOrders(kind, training);
      done += 1;
      progress(done / all);
      if (fitted === undefined) continue;
      judged.set(kind, (judged.get(kind) ?? new Map<number, Judged>()).set(place, judge(fitted.model, outcomes, weeks)));
      if (place === 0) newest.set(kind, fitted);
    }
  }
  return { judged, newest };
}

/** Fits one candidate, undefined where it came to nothing. */
export const fitChosen = ({ kind, training }: { readonly kind: OrderModelKind; readonly training: Training }): FittedOrders | undefined =>
  fitOrders(kind, training);
