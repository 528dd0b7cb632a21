import type { Column } from '../../components/table/column.ts';

// Invented numbers and people, to see every component and chart at once while working on them.

export const months = ['Dec', 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov'];
export const revenue = [38_200, 29_400, 30_100, 33_800, 35_600, 34_900, 36_700, 37_900, 36_100, 39_800, 41_200, 22_300];
export const newCustomers = [61, 48, 44, 52, 58, 49, 55, 60, 51, 57, 62, 40];
export const returning = [140, 122, 130, 141, 150, 152, 158, 164, 160, 171, 178, 101];

export const groups = [
  { name: 'Champions', value: 15_660, tone: 'value' },
  { name: 'Loyal', value: 9120, tone: 'value' },
  { name: 'Promising', value: 5240, tone: 'growth' },
  { name: 'Slipping away', value: 3900, tone: 'risk' },
  { name: 'Gone quiet', value: 1270, tone: 'neutral' },
] as const;

export const rfm = [1, 2, 3, 4, 5].flatMap((recency, column) =>
  [5, 4, 3, 2, 1].map((frequency, row) => ({ column, row, value: Math.round((recency * frequency * 7919) % 97) + recency * frequency * 4 })),
);

export const stops = [
  { id: 'a0', name: 'New', tone: 'growth', depth: 0 },
  { id: 'b0', name: 'Active', tone: 'value', depth: 0 },
  { id: 'c0', name: 'At risk', tone: 'risk', depth: 0 },
  { id: 'b1', name: 'Active', tone: 'value', depth: 1 },
  { id: 'c1', name: 'At risk', tone: 'risk', depth: 1 },
  { id: 'd1', name: 'Gone quiet', tone: 'neutral', depth: 1 },
] as const;
export const streams = [
  { from: 'a0', to: 'b1', value: 61 },
  { from: 'a0', to: 'c1', value: 24 },
  { from: 'b0', to: 'b1', value: 402 },
  { from: 'b0', to: 'c1', value: 71 },
  { from: 'c0', to: 'b1', value: 19 },
  { from: 'c0', to: 'd1', value: 88 },
];

export const lorenz = [0, 0.05, 0.1, 0.2, 0.3, 0.45, 0.6, 0.8, 1].map((people) => ({ people, value: 1 - (1 - people) ** 3 }));

export const towns = [
  { name: 'Leeds', latitude: 53.8, longitude: -1.55, value: 212 },
  { name: 'London', latitude: 51.5, longitude: -0.12, value: 387 },
  { name: 'Bristol', latitude: 51.45, longitude: -2.59, value: 96 },
  { name: 'Dublin', latitude: 53.35, longitude: -6.26, value: 58 },
  { name: 'Paris', latitude: 48.86, longitude: 2.35, value: 31 },
];

export type GalleryRow = { readonly id: string; readonly name: string; readonly town: string; readonly orders: number; readonly spent: number };
export const people: readonly GalleryRow[] = [
  { id: '1', name: 'Ana Ruiz', town: 'Leeds', orders: 5, spent: 412 },
  { id: '2', name: 'Ben Okafor', town: 'London', orders: 12, spent: 1180.5 },
  { id: '3', name: 'Chloé Martin', town: 'Paris', orders: 1, spent: 38 },
  { id: '4', name: 'Dara Byrne', town: 'Dublin', orders: 3, spent: 96.4 },
];
export const peopleColumns: readonly Column<GalleryRow>[] = [
  { id: 'name', header: 'Name', cell: (row) => row.name, primary: true, sortable: true },
  { id: 'town', header: 'Town', cell: (row) => row.town },
  { id: 'orders', header: 'Orders', cell: (row) => row.orders, align: 'right', sortable: true },
  { id: 'spent', header: 'Spent', cell: (row) => row.spent.toFixed(2), align: 'right', sortable: true },
];
