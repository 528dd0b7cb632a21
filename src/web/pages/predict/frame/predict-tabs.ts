/** The parts of Predict in the order they are shown; each has a page of its own. */
export const predictTabs = [
  { name: 'models', to: '/predict' },
  { name: 'calls', to: '/predict/calls' },
  { name: 'groups', to: '/predict/groups' },
  { name: 'offers', to: '/predict/offers' },
  { name: 'actions', to: '/predict/actions' },
  { name: 'uplift', to: '/predict/uplift' },
  { name: 'subscriptions', to: '/predict/subscriptions' },
  { name: 'forecast', to: '/predict/forecast' },
  { name: 'settings', to: '/predict/settings' },
] as const;
export type PredictTab = (typeof predictTabs)[number]['name'];
