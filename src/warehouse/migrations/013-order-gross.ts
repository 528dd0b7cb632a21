/**
 * `gross`: what the goods of an order came to before anything was given back; `stands`: whether it counts as far as refunds are left aside; `all_refunded`:
 * whether everything was given back, which a workspace may leave out. All are null on orders recorded before, which `clientele rebuild` reads again.
 */
export const createOrderGross: readonly string[] = ['orders', 'orders_superseded'].flatMap((table) => [
  `alter table ${table} add column gross DECIMAL(18,4)`,
  `alter table ${table} add column stands BOOLEAN`,
  `alter table ${table} add column all_refunded BOOLEAN`,
]);
