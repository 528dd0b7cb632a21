import { join } from 'node:path';

/** Where a workspace's files lie. Everything a backup needs is under `root`. */
export type DataFolder = {
  readonly root: string;
  readonly control: string;
  readonly warehouse: string;
  /** Raw inputs as they were imported, compressed: what `rebuild` reads. */
  readonly inputs: string;
  readonly rejects: string;
  /** Files that came through the browser and wait to be imported. */
  readonly uploads: string;
  /** Messages of live sources as they came: acknowledged once they are in here. */
  readonly inbox: string;
  /** Backups that were made on screen or brought there. */
  readonly backups: string;
  readonly temporary: string;
  /** The address of the server that has the workspace open; goes with the temporary files. */
  readonly address: string;
};

export function dataFolder(root: string): DataFolder {
  return {
    root,
    control: join(root, 'control.sqlite'),
    warehouse: join(root, 'warehouse.duckdb'),
    inputs: join(root, 'inputs'),
    rejects: join(root, 'rejects'),
    uploads: join(root, 'uploads'),
    inbox: join(root, 'inbox.sqlite'),
    backups: join(root, 'backups'),
    temporary: join(root, 'tmp'),
    address: join(root, 'tmp', 'address'),
  };
}
