export * from './interpret.ts';
export { readBody } from './receive/read-body.ts';
export { refusedMessage } from './receive/refused.ts';
export * from './receive/unpack.ts';
export * from './signatures/check-signature.ts';
export * from './tracking/order-told.ts';
export * from './user-agent.ts';
export { type DeliveryArrival, openDelivery, type Post } from './webhooks/open-delivery.ts';
