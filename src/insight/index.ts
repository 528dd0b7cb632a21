export { renderReport } from './report/render.ts';
