/** What the vocabulary found in facts of this version, as JSON: to look through them again for every question costs more than most answers. */
export const createKeptVocabulary: readonly string[] = ['create table kept_vocabulary (facts_version BIGINT, content VARCHAR)'];
