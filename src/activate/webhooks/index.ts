export * from './deliver.ts';
export * from './enqueue.ts';
export * from './send.ts';
export {
  allowPrivate,
  allowsPrivate,
  changeWebhook,
  createWebhook,
  listDeliveries,
  listWebhooks,
  readWebhook,
  redeliver,
  removeWebhook,
  rotateSecret,
  type WebhookContext,
} from './store.ts';
export { isPrivate } from './address.ts';
