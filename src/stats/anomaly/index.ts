export { type LevelChange, levelChange, type LevelChangeOptions } from './level-change.ts';
export { type Unusual, unusual, type UnusualOptions } from './unusual.ts';
