import type { z } from 'zod';

/** The state of a screen as an object in its address. */
export type SearchSchema = z.ZodType<object, object>;

/** A zod schema as the router reads it: links may leave out what has a default or a `.catch()`. */
export function searchOf<Schema extends SearchSchema>(schema: Schema) {
  return {
    types: {} as { readonly input: z.input<Schema>; readonly output: z.output<Schema> },
    parse: (input: unknown): z.output<Schema> => schema.parse(input),
  };
}
