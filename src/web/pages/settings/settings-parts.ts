import type { Role } from '../../../contract/index.ts';

/** The parts of Settings, in the order of their tabs. */
export const settingsParts = ['business', 'lifecycle', 'scores', 'people', 'keys', 'account', 'upkeep'] as const;
export type SettingsPart = (typeof settingsParts)[number];

/** What only owners may change is shown to owners alone. */
const ofOwners: ReadonlySet<SettingsPart> = new Set(['people', 'upkeep']);

export const partsFor = (role: Role | undefined): readonly SettingsPart[] => settingsParts.filter((part) => role === 'owner' || !ofOwners.has(part));

/** The part that an address names; the first one where it names none of these. */
export const partOf = (named: string | undefined, shown: readonly SettingsPart[]): SettingsPart => shown.find((part) => part === named) ?? 'business';
