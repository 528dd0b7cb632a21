/** Texts whose folded form (NFKC, no letter case, no outer blanks) is not what the engine makes of them, and the columns searched for them. */
export const createFoldedTexts: readonly string[] = [
  'create table folded_texts (text VARCHAR, folded VARCHAR)',
  'create table folded_columns ("column" VARCHAR, signature VARCHAR)',
];
