/** One form of writing, as the manual shows it. The example is a whole definition. */
export type Form = { readonly form: string; readonly meaning: string; readonly example: string };

/** A section of the manual. */
export type Documentation = { readonly title: string; readonly forms: readonly Form[] };
