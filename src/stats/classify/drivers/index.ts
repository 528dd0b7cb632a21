export * from './importance.ts';
export * from './linear-contributions.ts';
export * from './tree-shap.ts';
