import type { CustomerForecast } from '../../contract/index.ts';
import { ClienteleError } from '../../core/index.ts';
import { findModel, forecastCustomer, readMatrix, type ValueModel } from '../../predict/index.ts';
import { resolveAsOf } from '../as-of.ts';
import type { App } from '../open.ts';
import { shopOf } from './shop.ts';
import { profileOf } from '../profile-of.ts';

/**
 * What one customer will do by the value model that acts. Throws `customer.unknown`, `model.untrained`, `model.unapproved`, and `model.silent` for someone
 * who has not ordered.
 */
export async function customerForecast(app: App, id: string, asOf: string | undefined): Promise<CustomerForecast> {
  const { at } = await resolveAsOf(app, asOf);
  const profile = await profileOf(app, id);
  const model = await findModel(app.control, 'value');
  if (model === undefined) throw new ClienteleError('model.untrained', { model: 'value' });
  if (model.status !== 'approved') throw new ClienteleError('model.unapproved', { model: 'value', version: model.version });
  const { warehouse, workspace } = app;
  const found = await forecastCustomer(warehouse, model.content as ValueModel, {
    profile,
    at,
    workspace,
    name: `${model.model} ${model.version} (${model.method})`,
    matrix: async () => readMatrix(warehouse, at, await shopOf(app), undefined, 'ever'),
  });
  if (found === undefined) throw new ClienteleError('model.silent', { id });
  return found;
}
