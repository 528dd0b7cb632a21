export * from './interpret.ts';
export { readBody } from './receive/read-body.ts';
export { refusedMessage } from './receive/refused.ts';
export * from './receive/unpack.ts';
export * from './user-agent.ts';
