import { expect, test } from 'vitest';
import { trainedWorkspace } from '../../../test/trained-workspace.ts';
import { sql } from '../../sql/index.ts';
import { changeForesight } from './audited-by.ts';
import { modelCard } from './models.ts';
import { foresightSettings, writeForesightSettings } from './settings.ts';
import { openedWorkspace } from '../../../test/opened-workspace.ts';

const opened = openedWorkspace(trainedWorkspace);

// The list of customers does not say since when it knows of somebody's gender: the audit takes it all the same, though no model may learn from it.
test('by what the owner marked, the card says how many of each group were asked about and how many stayed away, as counted from the orders', async () => {
  const { fairness, details, limits } = await modelCard(opened.app, 'churn');
  expect(fairness.map(({ attribute }) => attribute)).toEqual(['gender']);
  expect(limits.filter((limit) => limit.includes('gender'))).toEqual([]);
  const cutOff = details.kind === 'classifier' ? (details.cut_offs.at(-1)?.date ?? '') : '';
  const counted = await opened.app.warehouse.rows<{ value: string; customers: number; positives: number }>(sql`
    with bought as (select profile, ordered_at from orders where counts and not is_return and profile is not null),
      known as (select distinct profile from bought where ordered_at <= timezone('UTC', timezone('Europe/London', ${cutOff}::TIMESTAMP))),
      came as (select distinct profile from bought where ordered_at > timezone('UTC', timezone('Europe/London', ${cutOff}::TIMESTAMP))
        and ordered_at <= timezone('UTC', timezone('Europe/London', ${cutOff}::TIMESTAMP)) + to_days(63))
    select coalesce(g.value, 'unknown') as value, count(*)::INTEGER as customers, (count(*) filter (c.profile is null))::INTEGER as positives
    from known k left join came c using (profile)
      left join (select i.profile, any_value(t.value) as value from traits t join identifiers i using (identifier) where t.name = 'gender' and trim(t.value) <> '' group by i.profile) g using (profile)
    group by all order by customers desc`);
  expect(fairness[0]?.groups.map(({ value, customers, positives }) => ({ value, customers, positives }))).toEqual(
    counted.filter(({ customers }) => customers >= 20),
  );
});

test('value is audited by who was promised to come back and did', async () => {
  const { fairness } = await modelCard(opened.app, 'value');
  const [gender] = fairness;
  expect(gender?.groups.length).toBeGreaterThan(1);
  // Calibrated on the whole: what was promised lies within the interval of what came for the largest group.
  const [largest] = gender?.groups ?? [];
  expect(largest?.predicted).toBeGreaterThan(largest?.actual.low ?? 1);
  expect(largest?.predicted).toBeLessThan(largest?.actual.high ?? 0);
});

test('what there is not can not be audited by; what was marked before stays, though it may have gone', async () => {
  const settings = await foresightSettings(opened.app.control);
  await expect(changeForesight(opened.app, { ...settings, fairness: ['gender', 'langauge'] })).rejects.toThrow(
    'There is no trait or feature "langauge" to audit by. Did you mean language?',
  );
  expect((await foresightSettings(opened.app.control)).fairness).toEqual(['gender']);
  await writeForesightSettings(opened.app.control, { ...settings, fairness: ['gone'] });
  await changeForesight(opened.app, { ...settings, fairness: ['gone', 'language'] });
  expect((await foresightSettings(opened.app.control)).fairness).toEqual(['gone', 'language']);
  await writeForesightSettings(opened.app.control, settings);
});
