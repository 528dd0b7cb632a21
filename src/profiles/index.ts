export { refreshFeatures, type FeatureRequest } from './features/refresh.ts';
export { defaultRfmGroups, defaultValueTier, type FeatureSettings, type FourCuts, type RfmGroup, type RfmSettings } from './features/settings.ts';
export { defaultLimits, type IdentityLimits } from './identity/guards.ts';
export { type IdentityColumn, type IdentityRequest, resolveIdentities, type ResolvedIdentities } from './identity/resolve.ts';
export { refreshAttributes, type AttributeRequest } from './traits/refresh.ts';
export { featureWords } from './vocabulary/feature-words.ts';
export { readVocabulary, type VocabularyRequest } from './vocabulary/read.ts';
export { standardWords } from './vocabulary/trait-words.ts';
