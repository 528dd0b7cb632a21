export const renderQuality = (_a: unknown, _b: boolean) => '';
