import { Document, isScalar, parse, visit } from 'yaml';
import { z } from 'zod';
import { featureSettingsSchema } from '../contract/schemas.ts';
import { writeSetting } from '../control/index.ts';
import { ClienteleError } from '../core/index.ts';
import { defaultRfmGroups, defaultValueTier, type FeatureSettings } from '../profiles/index.ts';
import { beforeSettingsChange } from './before-settings-change.ts';
import type { App } from './open.ts';
import { refreshAll } from './refresh.ts';
import { featureSettings } from './settings.ts';
import { readTextFile } from './read-text-file.ts';

/** What is computed how, as YAML to edit: RFM's cut points (fifths of the customers where none are given) and groups, shares of the value tiers. */
export async function showSettings(app: App): Promise<{ readonly settings: FeatureSettings; readonly yaml: string }> {
  const settings = await featureSettings(app.control);
  const effective = { rfm: { ...settings.rfm, groups: settings.rfm?.groups ?? defaultRfmGroups }, valueTier: settings.valueTier ?? defaultValueTier };
  return { settings: effective, yaml: readable(effective) };
}

/** Ranges and cut points on one line each. */
function readable(settings: FeatureSettings): string {
  const document = new Document(settings);
  visit(document, {
    Seq: (_, node) => {
      node.flow = node.items.every((item) => isScalar(item));
    },
  });
  return document.toString({ flowCollectionPadding: false });
}

/** Takes the settings from a YAML file and computes everything anew with them. A file with a mistake changes nothing. */
export async function setSettings(app: App, file: string, asOf: string | undefined): Promise<void> {
  await saveFeatureSettings(app, read(file, await readTextFile(file)), asOf);
}

/** The documented rules again. */
export const resetSettings = (app: App, asOf: string | undefined): Promise<void> => saveFeatureSettings(app, {}, asOf);

/** Keeps the settings and computes everything anew with them. */
export async function saveFeatureSettings(app: App, settings: FeatureSettings, asOf: string | undefined): Promise<void> {
  await beforeSettingsChange(app);
  await writeSetting(app.control, 'features', settings);
  await refreshAll(app, asOf);
}

function read(file: string, text: string): FeatureSettings {
  try {
    return featureSettingsSchema.parse(parse(text));
  } catch (cause) {
    const detail = cause instanceof z.ZodError ? z.prettifyError(cause) : cause instanceof Error ? cause.message : String(cause);
    throw new ClienteleError('file.unreadable', { file, detail, hint: 'Compare with what `clientele settings` prints.' }, {}, cause);
  }
}
