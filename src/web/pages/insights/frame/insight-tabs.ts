/** The parts of Insights by the question they answer, in the order they are shown; each has a page of its own. */
export const insightGroups = [
  {
    group: 'glance',
    tabs: [
      { name: 'overview', to: '/insights' },
      { name: 'watch', to: '/insights/watch' },
    ],
  },
  {
    group: 'value',
    tabs: [
      { name: 'rfm', to: '/insights/rfm' },
      { name: 'concentration', to: '/insights/concentration' },
      { name: 'products', to: '/insights/products' },
    ],
  },
  {
    group: 'loyalty',
    tabs: [
      { name: 'cohorts', to: '/insights/cohorts' },
      { name: 'retention', to: '/insights/retention' },
      { name: 'flows', to: '/insights/flows' },
      { name: 'rhythm', to: '/insights/rhythm' },
      { name: 'satisfaction', to: '/insights/satisfaction' },
    ],
  },
  {
    group: 'circumstance',
    tabs: [
      { name: 'when', to: '/insights/when' },
      { name: 'where', to: '/insights/where' },
    ],
  },
  {
    group: 'visits',
    tabs: [
      { name: 'funnel', to: '/insights/funnel' },
      { name: 'paths', to: '/insights/paths' },
    ],
  },
  {
    group: 'people',
    tabs: [
      { name: 'crossing', to: '/insights/crossing' },
      { name: 'apart', to: '/insights/apart' },
      { name: 'personas', to: '/insights/personas' },
    ],
  },
] as const;

export type InsightTab = (typeof insightGroups)[number]['tabs'][number];

export const insightTabs: readonly InsightTab[] = insightGroups.flatMap(({ tabs }): readonly InsightTab[] => tabs);

/** The group that holds a part. */
export const groupOf = (tab: InsightTab['name']): (typeof insightGroups)[number] =>
  insightGroups.find(({ tabs }) => tabs.some(({ name }) => name === tab)) ?? insightGroups[0];
