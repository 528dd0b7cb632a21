import type { Interactions } from '../../stats/index.ts';

/** Who took what, and the category of each product, as a number of its own; products without one share one. Nothing but arrays, so that it can be posted to a worker thread. */
export type Taken = Interactions & { readonly categories: Int32Array };
