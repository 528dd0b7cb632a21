import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { parseInstant } from '../core/index.ts';
import { createControl } from './migrations/001-control.ts';
import { createAccessAndJobs } from './migrations/002-access-and-jobs.ts';
import { createModels } from './migrations/003-models.ts';
import { createSegmentDrafts } from './migrations/004-segment-drafts.ts';
import { createSchedulesNotesViews } from './migrations/005-schedules-notes-views.ts';
import { createLiveSources } from './migrations/006-live-sources.ts';
import { createSlots } from './migrations/007-slots.ts';
import { createListsBeforeFreezing } from './migrations/008-lists-before-freezing.ts';
import { createNoticesPersonasActions } from './migrations/009-notices-personas-actions.ts';
import { createWebhooks } from './migrations/010-webhooks.ts';
import { createListsVersion } from './migrations/011-lists-version.ts';
import { createActionCosts } from './migrations/012-action-costs.ts';
import type { ControlSchema } from './schema.ts';

export type Control = Kysely<ControlSchema>;

const migrations: readonly (readonly string[])[] = [
  createControl,
  createAccessAndJobs,
  createModels,
  createSegmentDrafts,
  createSchedulesNotesViews,
  createLiveSources,
  createSlots,
  createListsBeforeFreezing,
  createNoticesPersonasActions,
  createWebhooks,
  createListsVersion,
  createActionCosts,
];

/** Opens (or makes) the operational store. WAL and `synchronous=FULL`: what is committed survives a power cut. */
export async function openControl(file: string): Promise<Control> {
  const database = new DatabaseSync(file);
  database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma busy_timeout = 5000');
  // See `inTime`.
  database.function('micros', { deterministic: true }, (text) => (typeof text === 'string' ? parseInstant(text) : undefined) ?? null);
  migrate(database);
  return new Kysely<ControlSchema>({ dialect: nodeSqlite(database) });
}

function migrate(database: DatabaseSync): void {
  database.exec('create table if not exists schema_version (version integer not null)');
  const row = database.prepare('select max(version) as version from schema_version').get();
  const had = Number(row?.['version'] ?? 0);
  for (let version = had; version < migrations.length; version += 1) {
    database.exec('begin immediate');
    try {
      for (const text of migrations[version] ?? []) database.exec(text);
      database.prepare('insert into schema_version values (?)').run(version + 1);
      database.exec('commit');
    } catch (error) {
      database.exec('rollback');
      throw error;
    }
  }
}

/** Kysely over Node's own SQLite: one connection, one query at a time, transactions queue behind each other. */
function nodeSqlite(database: DatabaseSync): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => driver(database),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

function driver(database: DatabaseSync): Driver {
  let turn: Promise<void> = Promise.resolve();
  let release: () => void = () => undefined;
  const connection: DatabaseConnection = {
    executeQuery: async <R>(query: CompiledQuery): Promise<QueryResult<R>> => {
      const statement = database.prepare(query.sql);
      const parameters = query.parameters as readonly SQLInputValue[];
      if (statement.columns().length > 0) return { rows: statement.all(...parameters) as R[] };
      const { changes, lastInsertRowid } = statement.run(...parameters);
      return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
    },
    streamQuery: () => {
      throw new Error('the operational store does not stream');
    },
  };
  return {
    init: async () => undefined,
    acquireConnection: async () => {
      const before = turn;
      turn = new Promise((resolve) => {
        release = resolve;
      });
      await before;
      return connection;
    },
    releaseConnection: async () => release(),
    beginTransaction: async () => void database.exec('begin immediate'),
    commitTransaction: async () => void database.exec('commit'),
    rollbackTransaction: async () => void database.exec('rollback'),
    destroy: async () => database.close(),
  };
}
