export * from './als.ts';
export * from './baskets.ts';
export * from './interactions.ts';
export * from './item-to-item.ts';
export * from './ranking.ts';
