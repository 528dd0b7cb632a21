export * from './slots/index.ts';
export { conditionsOfSlots, consentCondition } from './decide/conditions.ts';
export { type Consent, consentOf } from './decide/consent.ts';
export { decideSlot, type IsMember } from './decide/decide.ts';
export { type DecisionLog, decisionLog } from './decide/log.ts';
export { type Identities, loadIdentities, loadMemberships, type Memberships } from './decide/memory.ts';
export { type ReadySlot, readySlot } from './decide/ready-slot.ts';
export { visitOf } from './decide/visit-of.ts';
export { type Visitor, visitorOf } from './decide/visitor.ts';
