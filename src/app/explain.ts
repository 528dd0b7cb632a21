export const explainText = async (_a: unknown, _b: string, _c: string, _d: string | undefined) => ({}) as never;
