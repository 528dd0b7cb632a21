import { type ColumnMapping, fieldOf, type Kind, type Mapping, type MappingOptions, type Staged } from '../../contract/index.ts';
import { ClienteleError } from '../../core/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { applyPreset, choicesOf, matchesPreset, presets } from '../presets/index.ts';
import { applyMap } from './apply-map.ts';
import { completeMapping } from './complete-mapping.ts';
import type { UnderstandContext } from './context.ts';
import { customName } from './custom-name.ts';
import { discountsOfLines } from './discounts-of-lines.ts';
import { emptyColumns } from './empty-columns.ts';
import { guessFeedbackKind } from './guess-feedback-kind.ts';
import { guessKind, sureEnough } from './guess-kind.ts';
import { matchFields } from './match-fields.ts';
import { prepareStaged } from './prepare-staged.ts';
import { profileColumns, type TableProfile } from './profile-columns.ts';
import { isRejectsFile, refuseRejectedLines, withoutReasons } from './rejects-file.ts';
import { whyUnknown } from './why-unknown.ts';

/**
 * What a staged source means: a saved mapping, else the preset that its headers match, else a guess from header names and contents
 * with a confidence for every column. What a person said (`--kind`, `--map`, options) comes on top of each.
 *
 * Tidies the staged table where the mapping says so (see `prepareStaged`). Throws `mapping.unknown` when the kind can not be told,
 * `mapping.missing-field` when a required field has no column, and `mapping.invalid` for columns, fields and presets that do not exist.
 */
export async function understand(warehouse: Warehouse, staged: Staged, asked: UnderstandContext): Promise<Mapping> {
  const rejected = isRejectsFile(staged.headers);
  const context = rejected ? withoutReasons(asked) : asked;
  const first = await firstMapping(warehouse, staged, context);
  const named = context.source === undefined ? first : { ...first, source: context.source };
  const mapped = applyMap(named, context.map ?? {}, context.fileName);
  const mapping = completeMapping({ ...mapped, options: mergeOptions(mapped.options, context.options) }, context);
  if (rejected) refuseRejectedLines(mapping, context.fileName);
  await prepareStaged(warehouse, staged, mapping);
  return mapping;
}

async function firstMapping(warehouse: Warehouse, staged: Staged, context: UnderstandContext): Promise<Mapping> {
  if (context.mapping !== undefined) return savedMapping(context.mapping, staged, context);
  const preset = choosePreset(staged, context);
  if (preset !== undefined)
    return applyPreset(preset, staged.headers, context.fileName, await emptyColumns(warehouse, staged, choicesOf(preset, staged.headers)));
  const profile = await profileColumns(warehouse, staged);
  const guessed = guessWith(profile);
  if (context.kind !== undefined) return discountsOfLines(warehouse, staged, guessed(context.kind, matchFields(context.kind, profile, context.map)));
  const [best] = guessKind(profile, context.map);
  if (best === undefined || best.confidence < sureEnough) {
    throw new ClienteleError('mapping.unknown', { file: context.fileName, hint: whyUnknown(staged, profile, context.map) }, { columns: staged.headers });
  }
  return discountsOfLines(warehouse, staged, guessed(best.kind, best.columns));
}

const guessWith =
  (profile: TableProfile) =>
  (kind: Kind, columns: readonly ColumnMapping[]): Mapping => {
    const epoch = epochOf(kind, columns, profile);
    const feedbackKind = kind === 'feedback' ? guessFeedbackKind(columns) : undefined;
    const options = { ...(epoch === undefined ? {} : { epoch }), ...(feedbackKind === undefined ? {} : { feedbackKind }) };
    return { version: 1, preset: 'guessed', kind, source: 'shop', columns, options };
  };

/** Instants written as whole numbers since 1970: ten digits are seconds, thirteen milliseconds, sixteen microseconds. */
function epochOf(kind: Kind, columns: readonly ColumnMapping[], profile: TableProfile): MappingOptions['epoch'] {
  const index = columns.findIndex((column) => fieldOf(kind, column.field)?.type === 'instant');
  const column = profile.columns[index];
  if (column === undefined || column.integer < 0.99) return undefined;
  const units = { 10: 'seconds', 13: 'milliseconds', 16: 'microseconds' } as const;
  return column.length === 10 || column.length === 13 || column.length === 16 ? units[column.length] : undefined;
}

function choosePreset(staged: Staged, context: UnderstandContext): (typeof presets)[number] | undefined {
  if (context.preset !== undefined) {
    const named = presets.find((preset) => preset.id === context.preset);
    if (named !== undefined) return named;
    throw new ClienteleError('mapping.invalid', {
      detail: `there is no preset "${context.preset}"; there are ${presets.map((preset) => preset.id).join(', ')}.`,
    });
  }
  return presets.find((preset) => (context.kind === undefined || context.kind === preset.kind) && matchesPreset(preset, staged.headers));
}

/** A saved mapping for this file: its columns in the file's order; columns it has never seen are kept as custom ones. */
function savedMapping(saved: Mapping, staged: Staged, context: UnderstandContext): Mapping {
  if (context.kind !== undefined && context.kind !== saved.kind) {
    throw new ClienteleError('mapping.invalid', { detail: `it is for ${saved.kind}, while --kind says ${context.kind}.` });
  }
  const known = new Map(saved.columns.map((column) => [column.header, column]));
  const missing = saved.columns.filter((column) => column.field !== 'custom' && column.field !== 'ignore' && !staged.headers.includes(column.header));
  const taken = new Set(saved.columns.flatMap((column) => (column.name === undefined ? [] : [column.name])));
  const columns = staged.headers.map(
    (header): ColumnMapping => known.get(header) ?? { header, field: 'custom', name: customName(header, taken), confidence: 1, reason: 'not in the mapping' },
  );
  const warnings = missing.map((column) => `${context.fileName} has no column "${column.header}", which the mapping uses for ${column.field}.`);
  return { ...saved, columns, ...(warnings.length === 0 ? {} : { warnings }) };
}

function mergeOptions(options: MappingOptions, said: MappingOptions | undefined): MappingOptions {
  if (said === undefined) return options;
  const constants = { ...options.constants, ...said.constants };
  const meanings = { ...options.meanings, ...said.meanings };
  const statuses = { ...options.statuses, ...said.statuses };
  const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
  return {
    ...options,
    ...given,
    ...(Object.keys(constants).length === 0 ? {} : { constants }),
    ...(Object.keys(meanings).length === 0 ? {} : { meanings }),
    ...(Object.keys(statuses).length === 0 ? {} : { statuses }),
  };
}
