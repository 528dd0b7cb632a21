/** Whose features no condition waits for: they are brought up after changes of membership were told. */
export const createLateFeatures: readonly string[] = ['create table late_features (profile INTEGER)'];
