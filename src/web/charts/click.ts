/** What somebody pointed at in a chart. */
export type Click = { readonly dataIndex: number; readonly seriesIndex: number; readonly kind: string; readonly data: unknown };
