export { resolveAsOf } from './as-of.ts';
export { backup, restore } from './backup.ts';
export { doctor, type Finding } from './doctor.ts';
export { realEffects } from './effects.ts';
export { importAll, type ImportAllRequest, type ImportOutcome } from './import-all.ts';
export { initialise } from './initialise.ts';
export { type App, openApp, type OpenOptions } from './open.ts';
export { type WorkspaceOptions } from './workspace.ts';
