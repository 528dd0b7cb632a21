export const quality = async (_a: unknown, _b: unknown) => ({}) as never;
export const qualityLines = async (_a: unknown, _b: unknown) => [];
