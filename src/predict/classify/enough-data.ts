import { type CandidateKind, candidateKinds } from './candidates/candidate.ts';

/** What a kind of model needs before its answers mean anything: customers, and among them so many of either outcome. */
export type Needs = { readonly rows: number; readonly ofEither: number };

/**
 * About ten of the rarer outcome per thing learned is the usual least (Peduzzi et al., Journal of Clinical Epidemiology 49, 1996); trees, which
 * look for their own questions, take many more (van der Ploeg, Austin & Steyerberg, BMC Medical Research Methodology 14, 2014).
 */
export const needsOf: Readonly<Record<CandidateKind, Needs>> = {
  rate: { rows: 1, ofEither: 0 },
  recency: { rows: 50, ofEither: 15 },
  event: { rows: 100, ofEither: 20 },
  buyer: { rows: 100, ofEither: 30 },
  logistic: { rows: 200, ofEither: 50 },
  forest: { rows: 1000, ofEither: 200 },
  boosting: { rows: 1000, ofEither: 200 },
  blend: { rows: 1000, ofEither: 200 },
};

export type DataCheck = { readonly kind: CandidateKind; readonly enough: boolean; readonly needs: Needs; readonly has: Needs };

/** Which candidates these labels are enough for. */
export function enoughData(labels: Uint8Array): readonly DataCheck[] {
  const positives = labels.reduce((sum, label) => sum + label, 0);
  const has = { rows: labels.length, ofEither: Math.min(positives, labels.length - positives) };
  return candidateKinds.map((kind) => {
    const needs = needsOf[kind];
    return { kind, needs, has, enough: has.rows >= needs.rows && has.ofEither >= needs.ofEither };
  });
}
