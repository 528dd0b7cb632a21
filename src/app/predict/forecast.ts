import type { CustomerForecast } from '../../contract/index.ts';
import { ClienteleError } from '../../core/index.ts';
import { approvedModels, findModel, forecastCustomer, readMatrix, type StoredModel, type ToldSilence, type ValueModel } from '../../predict/index.ts';
import { type AsOf, resolveAsOf } from '../as-of.ts';
import { featuresTableFor } from '../moment.ts';
import { type ActingSilence, actingSilence, silenceDays } from './acting-silence.ts';
import { customerScore, rhythmSays, toldBy } from './customer-predictions.ts';
import { leaverAt } from './left-members.ts';
import type { App } from '../open.ts';
import { shopOf } from './shop.ts';
import { toldOfLeaving } from './told-of-leaving.ts';
import { profileOf } from '../profile-of.ts';

/**
 * What one customer will do by the value model that acts. Throws `customer.unknown`, `model.untrained`, `model.unapproved`, and `model.silent` for someone
 * who has not ordered.
 */
export async function customerForecast(app: App, id: string, asOf: string | undefined): Promise<CustomerForecast> {
  const moment = await resolveAsOf(app, asOf);
  const { at } = moment;
  const profile = await profileOf(app, id);
  const model = await findModel(app.control, 'value');
  if (model === undefined) throw new ClienteleError('model.untrained', { model: 'value' });
  if (model.status !== 'approved') throw new ClienteleError('model.unapproved', { model: 'value', version: model.version });
  const { warehouse, workspace } = app;
  const acting = await approvedModels(app.control);
  const leaver = await leaverAt(app, profile, at, silenceDays(acting));
  const silence = actingSilence(acting);
  const away = leaver?.told ?? (await (silence === undefined ? byRhythm(app, model, { profile, moment }) : staysAway(app, silence, id, asOf)));
  const found = await forecastCustomer(warehouse, model.content as ValueModel, {
    profile,
    at,
    workspace,
    name: `${model.model} ${model.version} (${model.method})`,
    matrix: async () => readMatrix(warehouse, at, await shopOf(app), undefined, 'ever'),
    silence: away,
  });
  if (found === undefined) throw new ClienteleError('model.silent', { id });
  return toldOfLeaving(app, leaver, found);
}

async function byRhythm(
  app: App,
  model: StoredModel,
  { profile, moment }: { readonly profile: number; readonly moment: AsOf },
): Promise<ToldSilence | undefined> {
  if ((model.content as ValueModel).rhythm === undefined) return undefined;
  const table = await featuresTableFor(app, moment);
  const shop = await shopOf(app);
  return rhythmSays(app.warehouse, shop, model, () => readMatrix(app.warehouse, moment.at, shop, { table, profiles: [profile] }), table);
}

async function staysAway(app: App, away: ActingSilence, id: string, asOf: string | undefined): Promise<ToldSilence | undefined> {
  try {
    return toldBy(away, await customerScore(app, away.stored.model, id, asOf));
  } catch (error) {
    if (error instanceof ClienteleError && error.code === 'model.no-customer') return undefined;
    throw error;
  }
}
