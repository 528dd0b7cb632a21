export { type Unusual, unusual, type UnusualOptions } from './unusual.ts';
