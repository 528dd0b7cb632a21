export const segmentHistory = async (_a: unknown, _b: unknown, _c: unknown) =>
  [] as { at: string; members: number; entered: number | null; left: number | null }[];
