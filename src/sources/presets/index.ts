import { onlineRetail } from './online-retail.ts';
import type { Preset } from './preset.ts';

export type { Preset } from './preset.ts';
export { applyPreset, matchesPreset } from './apply-preset.ts';

/** Every preset, the more particular before the more general. */
export const presets: readonly Preset[] = [onlineRetail];
