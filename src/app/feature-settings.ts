import { Document, isScalar, parse, visit } from 'yaml';
import { z } from 'zod';
import { writeSetting } from '../control/index.ts';
import { ClienteleError } from '../core/index.ts';
import { defaultRfmGroups, defaultValueTier, type FeatureSettings } from '../profiles/index.ts';
import type { App } from './open.ts';
import { refreshAll } from './refresh.ts';
import { featureSettings } from './settings.ts';
import { readTextFile } from './read-text-file.ts';

const cuts = z
  .tuple([z.number(), z.number(), z.number(), z.number()])
  .refine((values) => values.every((value, index) => index === 0 || value > (values[index - 1] ?? 0)), 'must rise');
const score = z.int().min(1).max(5);
const range = z.tuple([score, score]).refine(([from, to]) => from <= to, 'must go from low to high');
const shape = z.strictObject({
  rfm: z
    .strictObject({
      recencyDays: cuts.exactOptional(),
      orders: cuts.exactOptional(),
      spent: cuts.exactOptional(),
      groups: z
        .array(z.strictObject({ name: z.string().trim().min(1), r: range, f: range }))
        .min(1)
        .exactOptional(),
    })
    .exactOptional(),
  valueTier: z
    .strictObject({ high: z.number().gt(0).lt(1), medium: z.number().gt(0).lt(1) })
    .refine(({ high, medium }) => high + medium < 1, 'high and medium must leave room for low')
    .exactOptional(),
});

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
  const text = await readTextFile(file);
  await writeSetting(app.control, 'features', read(file, text));
  await refreshAll(app, asOf);
}

/** The documented rules again. */
export async function resetSettings(app: App, asOf: string | undefined): Promise<void> {
  await writeSetting(app.control, 'features', {});
  await refreshAll(app, asOf);
}

function read(file: string, text: string): FeatureSettings {
  try {
    return shape.parse(parse(text));
  } catch (cause) {
    const detail = cause instanceof z.ZodError ? z.prettifyError(cause) : cause instanceof Error ? cause.message : String(cause);
    throw new ClienteleError('file.unreadable', { file, detail, hint: 'Compare with what `clientele settings` prints.' }, {}, cause);
  }
}
