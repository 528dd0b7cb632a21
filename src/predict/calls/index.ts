export { type CallCustomer, type CallFacts, callOf } from './call.ts';
