export { type BgNbd, fitBgNbd } from './bg-nbd/fit.ts';
export { type Histories } from './histories/history.ts';
export { groupHistories } from './histories/group.ts';
