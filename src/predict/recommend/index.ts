export { shopRules, type ShopRule } from './basket-rules.ts';
export { chooseRecommender, type ChooseOptions, type RecommenderChoice } from './choose.ts';
export { type LearnedRecommender, learnRecommender, type RecommenderResult } from './learn.ts';
export { type Product, type Purchases, readPurchases, rowOf } from './purchases.ts';
export { coldBelow, recommend, type Recommendation, recommendDefaults, type RecommendOptions } from './recommend.ts';
export { fitRecommender, type Recommender, type RecommenderKind, recommenderKinds, type RecommenderOptions, recommenderScores } from './recommender.ts';
export { goesWith, likelyBuyers } from './of-product.ts';
export { entriesOf } from './taken.ts';
export { customerReorders, dueReorders, type Reorder } from './reorders.ts';
