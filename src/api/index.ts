export { openApiDocument } from './openapi.ts';
export { keepServing } from './keep-serving.ts';
export { routes } from './routes/index.ts';
export { type ServeOptions, type Serving, serve } from './serve.ts';
