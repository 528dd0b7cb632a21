/** The parts of Insights in the order they are shown; each has a page of its own. */
export const insightTabs = [
  { name: 'overview', to: '/insights' },
  { name: 'watch', to: '/insights/watch' },
  { name: 'rfm', to: '/insights/rfm' },
  { name: 'cohorts', to: '/insights/cohorts' },
  { name: 'retention', to: '/insights/retention' },
  { name: 'flows', to: '/insights/flows' },
  { name: 'concentration', to: '/insights/concentration' },
  { name: 'products', to: '/insights/products' },
  { name: 'rhythm', to: '/insights/rhythm' },
  { name: 'when', to: '/insights/when' },
  { name: 'where', to: '/insights/where' },
  { name: 'crossing', to: '/insights/crossing' },
  { name: 'funnel', to: '/insights/funnel' },
  { name: 'paths', to: '/insights/paths' },
  { name: 'apart', to: '/insights/apart' },
  { name: 'personas', to: '/insights/personas' },
] as const;
