export { applyValueModel, type ApplyRequest } from './apply.ts';
export { type BgNbd, fitBgNbd } from './bg-nbd/fit.ts';
export { forecastCustomer, type ForecastRequest } from './forecast.ts';
export { groupHistories } from './histories/group.ts';
export { type Histories, type History } from './histories/history.ts';
export { type ValueModel } from './score.ts';
export { subscriptionCurve, type SubscriptionRequest, subscriptionSpells } from './subscriptions/lasting.ts';
export { backtestValue, type TrainedValue, trainValue } from './train.ts';
export { type PredictedTrait, valueTraits } from './words.ts';
