/** Lines of orders whose category, name or brand was filled from `products`, since their own source left it blank. */
export const createDescribedItems: readonly string[] = [
  'create table described_items (source VARCHAR, order_id VARCHAR, line INTEGER, category BOOLEAN, name BOOLEAN, brand BOOLEAN)',
];
