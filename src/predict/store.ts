import type { Control, ModelRow } from '../control/index.ts';

/** A trained model as it is kept; the JSON texts read. */
export type StoredModel = Omit<ModelRow, 'content' | 'card' | 'backtest'> & { readonly content: unknown; readonly card: unknown; readonly backtest: unknown };

export type NewModel = Pick<StoredModel, 'model' | 'method' | 'as_of' | 'trained_at' | 'seed' | 'content' | 'card' | 'backtest'>;

/** Keeps a new version as a candidate and returns its number. */
export async function saveModel(control: Control, fresh: NewModel): Promise<number> {
  const { model, method, as_of, trained_at, seed } = fresh;
  const texts = { content: JSON.stringify(fresh.content), card: JSON.stringify(fresh.card), backtest: JSON.stringify(fresh.backtest) };
  return control.transaction().execute(async (transaction) => {
    const last = await transaction
      .selectFrom('models')
      .select(({ fn }) => fn.max('version').as('version'))
      .where('model', '=', model)
      .executeTakeFirst();
    const version = (last?.version ?? 0) + 1;
    await transaction
      .insertInto('models')
      .values({ model, version, status: 'candidate', method, as_of, trained_at, seed, ...texts, approved_at: null })
      .execute();
    return version;
  });
}

/** Every version of a model, or of all, newest first. */
export async function listModels(control: Control, model?: string): Promise<readonly StoredModel[]> {
  const all = control.selectFrom('models').selectAll().orderBy('model').orderBy('version', 'desc');
  const rows = await (model === undefined ? all : all.where('model', '=', model)).execute();
  return rows.map(readRow);
}

/** One version; without a number the approved one, or the newest where none is. Undefined when there is none. */
export async function findModel(control: Control, model: string, version?: number): Promise<StoredModel | undefined> {
  const versions = await listModels(control, model);
  if (version !== undefined) return versions.find((one) => one.version === version);
  return versions.find(({ status }) => status === 'approved') ?? versions[0];
}

export async function approvedModels(control: Control): Promise<readonly StoredModel[]> {
  const rows = await control.selectFrom('models').selectAll().where('status', '=', 'approved').orderBy('model').execute();
  return rows.map(readRow);
}

/** Lets a version act, and the one that acted until now no longer: also the way back to an earlier one. */
export async function approveModel(control: Control, model: string, version: number, at: string): Promise<void> {
  await control.transaction().execute(async (transaction) => {
    await transaction.updateTable('models').set({ status: 'retired' }).where('model', '=', model).where('status', '=', 'approved').execute();
    await transaction.updateTable('models').set({ status: 'approved', approved_at: at }).where('model', '=', model).where('version', '=', version).execute();
  });
}

/** No version acts any more; its traits go with the next refresh. */
export async function retireModel(control: Control, model: string): Promise<void> {
  await control.updateTable('models').set({ status: 'retired' }).where('model', '=', model).where('status', '=', 'approved').execute();
}

const readRow = (row: ModelRow): StoredModel => ({ ...row, content: JSON.parse(row.content), card: JSON.parse(row.card), backtest: JSON.parse(row.backtest) });
