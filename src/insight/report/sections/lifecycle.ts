import type { LifecycleStage, ReportData } from '../../../contract/index.ts';
import { barChart } from '../../charts/bars.ts';
import type { ColourName } from '../../charts/colours.ts';
import type { Html } from '../html.ts';
import { behind, panel, table } from '../parts.ts';
import { count, counted, share, type Words } from '../words.ts';

const colours: Readonly<Record<string, ColourName>> = {
  prospect: 'neutral',
  new: 'growth',
  active: 'value4',
  loyal: 'value6',
  occasional: 'value3',
  'at risk': 'risk1',
  churned: 'risk3',
};

/** How many customers stand where, from prospect to churned. */
export function lifecycle(data: ReportData, words: Words): Html {
  const stages = data.lifecycle;
  const people = stages.reduce((sum, stage) => sum + stage.customers, 0);
  if (people === 0) return panel('lifecycle', 'Lifecycle', 'There are no customers yet.');
  const chart = barChart(
    'lifecycle-bars',
    'Customers per lifecycle stage',
    stages.map((stage) => ({
      name: stage.stage,
      value: stage.customers,
      label: `${count(stage.customers)} · ${share(stage.customers / people)}`,
      colour: colours[stage.stage.toLowerCase()] ?? 'value5',
    })),
  );
  const numbers = table<LifecycleStage>(
    'Lifecycle stages',
    [
      { title: 'Stage', cell: (stage) => stage.stage },
      { title: 'Customers', cell: (stage) => count(stage.customers), numeric: true },
      { title: 'Spent in all', cell: (stage) => words.money(Math.round(stage.spent)), numeric: true },
      { title: 'Last 12 months', cell: (stage) => words.money(Math.round(stage.spentLast12Months)), numeric: true },
    ],
    stages,
  );
  return panel(
    'lifecycle',
    'Lifecycle',
    finding(stages, people),
    chart,
    behind('Each customer is in the first stage whose rule fits; `clientele lifecycle` shows and changes the rules.', numbers),
  );
}

function finding(stages: readonly LifecycleStage[], people: number): string {
  const of = (stage: string): number => stages.find((each) => each.stage.toLowerCase() === stage)?.customers ?? 0;
  const going = of('at risk');
  const gone = of('churned');
  const buying = people - of('prospect') - going - gone;
  return `${counted(buying, 'customer')} (${share(buying / people)}) ${buying === 1 ? 'is' : 'are'} buying; ${count(going)} ${going === 1 ? 'is' : 'are'} at risk and ${count(gone)} ${gone === 1 ? 'has' : 'have'} stopped.`;
}
