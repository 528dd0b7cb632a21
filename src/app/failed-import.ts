/** Why an import did not come to its end, kept in the place of its report. */
export type FailedImport = { readonly failure: string };
