export { openApiDocument } from './openapi.ts';
export { routes } from './routes/index.ts';
export { type ServeOptions, type Serving, serve } from './serve.ts';
