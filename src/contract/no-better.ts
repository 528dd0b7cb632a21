import { z } from 'zod';

/** Of every version that may be let act. */
export const noBetterSchema = z.string().nullable().meta({
  description:
    'Why it should rather not act: it does no better than what it stands beside, or nobody knows. It is let act only on demand (`anyway`). Null where it does better',
});
