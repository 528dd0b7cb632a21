import type { Command } from 'commander';
import { addActions } from './actions.ts';
import { addBackup, addRestore } from './backup.ts';
import { addCohorts } from './cohorts.ts';
import { addDecide } from './decide.ts';
import { addCompare } from './compare.ts';
import { addDoctor } from './doctor.ts';
import { addDuplicates } from './duplicates.ts';
import { addExplain } from './explain.ts';
import { addFlows } from './flows.ts';
import { addForecast } from './forecast.ts';
import { addImport } from './import.ts';
import { addImports } from './imports.ts';
import { addInit } from './init.ts';
import { addJourneys } from './journeys.ts';
import { addLifecycle } from './lifecycle.ts';
import { addLookalikes } from './lookalikes.ts';
import { addMerge } from './merge.ts';
import { addPeople } from './people.ts';
import { addPersonas } from './personas.ts';
import { addPredict } from './predict.ts';
import { addPreview } from './preview.ts';
import { addProfile } from './profile.ts';
import { addProfiles } from './profiles.ts';
import { addQuality } from './quality.ts';
import { addRebuild } from './rebuild.ts';
import { addRefresh } from './refresh.ts';
import { addReport } from './report.ts';
import { addSegments } from './segments.ts';
import { addSatisfaction } from './satisfaction.ts';
import { addServe } from './serve.ts';
import { addSources } from './sources.ts';
import { addSettings } from './settings.ts';
import { addSlots } from './slots.ts';
import { addTowns } from './towns.ts';
import { addUplift } from './uplift.ts';
import { addWatch } from './watch.ts';
import { addWebhooks } from './webhooks.ts';

/** Each command adds itself to the program, under the name that it has there; the order is the order of `--help`. */
export const commands: Readonly<Record<string, (program: Command) => void>> = {
  init: addInit,
  serve: addServe,
  import: addImport,
  imports: addImports,
  quality: addQuality,
  profiles: addProfiles,
  profile: addProfile,
  merge: addMerge,
  duplicates: addDuplicates,
  segments: addSegments,
  preview: addPreview,
  explain: addExplain,
  towns: addTowns,
  slots: addSlots,
  decide: addDecide,
  lifecycle: addLifecycle,
  predict: addPredict,
  forecast: addForecast,
  cohorts: addCohorts,
  flows: addFlows,
  journeys: addJourneys,
  satisfaction: addSatisfaction,
  sources: addSources,
  webhooks: addWebhooks,
  compare: addCompare,
  lookalikes: addLookalikes,
  uplift: addUplift,
  watch: addWatch,
  personas: addPersonas,
  actions: addActions,
  settings: addSettings,
  refresh: addRefresh,
  report: addReport,
  rebuild: addRebuild,
  people: addPeople,
  backup: addBackup,
  restore: addRestore,
  doctor: addDoctor,
};
