import type { paths } from './schema.ts';

type Ok<Method> = Method extends { responses: { 200: { content: { 'application/json': infer Answer } } } } ? Answer : never;
/** What a path answers: `Answered<'/api/v1/home/figures'>`. */
export type Answered<Path extends keyof paths> = Ok<paths[Path]['get']>;
/** What a question with a body is answered with. */
export type AnsweredPost<Path extends keyof paths> = Ok<paths[Path]['post']>;
