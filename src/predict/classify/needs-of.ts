import type { ModelNeed } from '../../contract/index.ts';
import { candidateLabel } from './candidates/candidate.ts';
import type { DataCheck } from './enough-data.ts';

/** What each candidate needs and a back-test has of it. One learns from several days at once, so a customer is as many rows as there are days. */
export const needsOf = (data: readonly DataCheck[]): readonly ModelNeed[] =>
  data.map(({ kind, enough, needs, has }) => ({
    kind,
    label: candidateLabel(kind),
    enough,
    needs: { rows: needs.rows, positives: needs.ofEither },
    has: { rows: has.rows, positives: has.ofEither },
  }));
