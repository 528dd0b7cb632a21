export { shopRules, type ShopRule } from './basket-rules.ts';
export { chooseRecommender, type RecommenderChoice, type RecommenderResult } from './choose.ts';
export { type Product, type Purchases, readPurchases } from './purchases.ts';
export { recommend, type Recommendation, recommendDefaults, type RecommendOptions } from './recommend.ts';
export { fitRecommender, type Recommender, type RecommenderKind, recommenderKinds, type RecommenderOptions, recommenderScores } from './recommender.ts';
export { dueReorders, type Reorder } from './reorders.ts';
