import type { Control } from '../control/index.ts';
import type { Effects, Workspace } from '../core/index.ts';
import type { Warehouse } from '../warehouse/index.ts';
import type { DataFolder } from './folder.ts';

/** Both stores of a workspace with its settings, before or while it is open. */
export type Stores = {
  readonly folder: DataFolder;
  readonly control: Control;
  readonly warehouse: Warehouse;
  readonly workspace: Workspace;
  readonly effects: Effects;
};
