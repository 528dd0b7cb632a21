import type { Command } from 'commander';
import { type App, changeForesight, changeOffers, foresightSettings, recommendationSettings } from '../../app/index.ts';
import type { ForesightSettings, RecommendationSettings } from '../../contract/schemas.ts';
import { ClienteleError } from '../../core/index.ts';
import { answer, common, type CommonOptions } from '../common.ts';
import { share } from '../render/numbers.ts';
import { renderTable } from '../render/table.ts';
import { yesOf } from '../yes-of.ts';

type Wished = CommonOptions & {
  readonly fairness?: string;
  readonly retrainDays?: string;
  readonly retrainOnDrift?: string;
  readonly churnDays?: string;
  readonly nextOrderDays?: string;
  readonly discovery?: string;
  readonly unavailable?: string;
  readonly onlyNew?: string;
  readonly mostOfCategory?: string;
};
type AllSettings = { readonly models: ForesightSettings; readonly offers: RecommendationSettings };

/** What an expert may set of all models and offers; without options it says what is set. */
export function addSettings(command: Command): void {
  const settings = command
    .command('settings')
    .description('When models learn anew, what they are audited by, how far they look, and what may be offered. Without options it says what is set.')
    .option('--fairness <traits>', 'traits by which every model is audited and from which none learns, separated by commas; "" for none')
    .option('--retrain-days <days>', 'a challenger is trained when the newest version is this old; "never" for not by age')
    .option('--retrain-on-drift <yes/no>', 'a challenger is trained when customers have become others than those learned from')
    .option('--churn-days <days>', 'silence that counts as having left; "auto" fits it to the rhythm of the shop')
    .option('--next-order-days <days>', 'horizon of the next order; "auto" fits it to the rhythm of the shop')
    .option('--discovery <share>', 'share of places for what their past would not have brought up, 0 to 0.5')
    .option('--unavailable <products>', 'products that are not offered, by id or name, separated by commas; "" for none')
    .option('--only-new <yes/no/auto>', 'whether what somebody has is offered again; "auto" lets the back-test say')
    .option('--most-of-category <number>', 'at most so many of one category in a list');
  common(settings, 'clientele predict settings --fairness gender --retrain-days 60').action(async (options: Wished) =>
    answer(
      options,
      async (app) => {
        await write(app, options);
        return { models: await foresightSettings(app.control), offers: await recommendationSettings(app.control) };
      },
      render,
    ),
  );
}

async function write(app: App, wished: Wished): Promise<void> {
  const models = {
    ...(wished.fairness === undefined ? {} : { fairness: listOf(wished.fairness) }),
    ...(wished.retrainDays === undefined ? {} : { retrain_days: numberOr(wished.retrainDays, 'never') }),
    ...(wished.retrainOnDrift === undefined ? {} : { retrain_on_drift: yesOf(wished.retrainOnDrift, '--retrain-on-drift') }),
    ...(wished.churnDays === undefined ? {} : { churn_days: numberOr(wished.churnDays, 'auto') }),
    ...(wished.nextOrderDays === undefined ? {} : { next_order_days: numberOr(wished.nextOrderDays, 'auto') }),
  };
  const offers = {
    ...(wished.discovery === undefined ? {} : { discovery: Number(wished.discovery) }),
    ...(wished.unavailable === undefined ? {} : { unavailable: listOf(wished.unavailable) }),
    ...(wished.onlyNew === undefined ? {} : { only_new: wished.onlyNew === 'auto' ? null : yesOf(wished.onlyNew, '--only-new') }),
    ...(wished.mostOfCategory === undefined ? {} : { most_of_category: Number(wished.mostOfCategory) }),
  };
  const { foresightSettingsSchema, recommendationSettingsSchema } = await import('../../contract/schemas.ts');
  // Both are read before either is written: a wrong number changes nothing.
  const [newModels, newOffers] = [
    foresightSettingsSchema.safeParse({ ...(await foresightSettings(app.control)), ...models }),
    recommendationSettingsSchema.safeParse({ ...(await recommendationSettings(app.control)), ...offers }),
  ];
  const issue = [newModels, newOffers].flatMap(({ error }) => error?.issues ?? [])[0];
  if (!newModels.success || !newOffers.success) {
    const option = `--${String(issue?.path[0] ?? '').replaceAll('_', '-')}`;
    throw new ClienteleError('usage', { detail: `${option} can not be that: ${issue?.message ?? 'it is no such value'}.` });
  }
  if (Object.keys(models).length > 0) await changeForesight(app, newModels.data);
  if (Object.keys(offers).length > 0) await changeOffers(app, newOffers.data);
}

const listOf = (text: string): readonly string[] =>
  text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
const numberOr = (text: string, none: string): number | null => (text === none ? null : Number(text));

function render({ models, offers }: AllSettings): string {
  const days = (value: number | null, none: string): string => (value === null ? none : `${value} days`);
  const list = (names: readonly string[]): string => (names.length === 0 ? 'none' : names.join(', '));
  const yes = (value: boolean): string => (value ? 'yes' : 'no');
  return renderTable<readonly [string, string]>(
    [
      { title: 'setting', cell: ([name]) => name },
      { title: 'value', cell: ([, value]) => value, max: 80 },
    ],
    [
      ['audited by, not learned from', list(models.fairness)],
      ['a challenger is trained after', days(models.retrain_days, 'no time')],
      ['a challenger is trained on drift', yes(models.retrain_on_drift)],
      ['silence that counts as having left', days(models.churn_days, 'by the rhythm of the shop')],
      ['horizon of the next order', days(models.next_order_days, 'by the rhythm of the shop')],
      ['places for discovery', share(offers.discovery)],
      ['not offered', list(offers.unavailable)],
      ['only what they do not have', offers.only_new === null ? 'by back-test' : yes(offers.only_new)],
      ['at most of one category', String(offers.most_of_category)],
    ],
  );
}
