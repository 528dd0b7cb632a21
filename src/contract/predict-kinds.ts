// Words of foresight that commands use too: without zod.

/** What sort of question a model answers. */
export const modelKinds = ['value', 'classifier', 'timing', 'groups', 'recommendations'] as const;
export type ModelKind = (typeof modelKinds)[number];

export const modelStatuses = ['candidate', 'approved', 'retired'] as const;
export type ModelStatus = (typeof modelStatuses)[number];

/** Ways to find natural groups. */
export const groupMethodNames = ['k-means', 'mixture', 'ward', 'k-prototypes', 'hdbscan', 'classes'] as const;

/** What "who will …" may be about. */
export const targetKinds = ['order', 'product', 'category', 'event', 'segment', 'condition'] as const;
