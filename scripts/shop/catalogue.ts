/** What The Daily Grind sells. Prices and costs in pence. */
export type Product = {
  readonly id: string;
  readonly name: string;
  readonly category: Category;
  readonly brand: string;
  readonly price: number;
  readonly cost: number;
};
export const categories = ['Espresso', 'Filter Coffee', 'Decaf', 'Subscriptions', 'Equipment', 'Gifts', 'Wholesale'] as const;
export type Category = (typeof categories)[number];

const house = 'The Daily Grind';
const rows: readonly (readonly [string, string, Category, string, number, number])[] = [
  ['DG-E01', 'Night Shift Espresso 250g', 'Espresso', house, 895, 390],
  ['DG-E02', 'Foundry Street Espresso 250g', 'Espresso', house, 950, 420],
  ['DG-E03', 'Foundry Street Espresso 1kg', 'Espresso', house, 3200, 1500],
  ['DG-E04', 'Black Cat Ristretto 250g', 'Espresso', house, 1050, 480],
  ['DG-E05', 'Cloudy Morning Blend 500g', 'Espresso', house, 1695, 760],
  ['DG-F01', 'Harrow Hill Filter 250g', 'Filter Coffee', house, 1095, 520],
  ['DG-F02', 'Slow Sunday Filter 250g', 'Filter Coffee', house, 995, 450],
  ['DG-F03', 'Lantern Washed Single Origin 250g', 'Filter Coffee', house, 1350, 690],
  ['DG-F04', 'Riverbank Natural Single Origin 250g', 'Filter Coffee', house, 1425, 740],
  ['DG-F05', 'Slow Sunday Filter 1kg', 'Filter Coffee', house, 3400, 1620],
  ['DG-D01', 'Early Night Decaf 250g', 'Decaf', house, 975, 460],
  ['DG-D02', 'Early Night Decaf 1kg', 'Decaf', house, 3300, 1650],
  ['DG-D03', 'Half Measure Low Caffeine 250g', 'Decaf', house, 1025, 480],
  ['DG-S01', 'Monthly Espresso Subscription', 'Subscriptions', house, 1800, 820],
  ['DG-S02', 'Monthly Filter Subscription', 'Subscriptions', house, 2000, 940],
  ['DG-S03', 'Fortnightly Office Subscription', 'Subscriptions', house, 5200, 2600],
  ['DG-Q01', 'Conical Burr Hand Grinder', 'Equipment', 'Ferrule', 6900, 3900],
  ['DG-Q02', 'Glass Pour-Over Set', 'Equipment', 'Ferrule', 3450, 1700],
  ['DG-Q03', 'Gooseneck Kettle', 'Equipment', 'Ferrule', 7900, 4600],
  ['DG-Q04', 'Stovetop Moka Pot 6 Cup', 'Equipment', 'Lumo', 3200, 1650],
  ['DG-Q05', 'Home Espresso Machine', 'Equipment', 'Lumo', 42900, 31000],
  ['DG-Q06', 'Paper Filters, pack of 100', 'Equipment', 'Ferrule', 650, 210],
  ['DG-Q07', 'Milk Jug 350ml', 'Equipment', 'Lumo', 1600, 700],
  ['DG-G01', 'Tasting Box of Four', 'Gifts', house, 2600, 1250],
  ['DG-G02', 'Winter Hamper', 'Gifts', house, 4800, 2500],
  ['DG-G03', 'Gift Card £25', 'Gifts', house, 2500, 2500],
  ['DG-G04', 'Stoneware Mug', 'Gifts', 'Clayworks', 1400, 550],
  ['DG-G05', 'Chocolate-Coated Beans 150g', 'Gifts', house, 595, 240],
  ['DG-W01', 'Cafe House Espresso 6kg', 'Wholesale', house, 9900, 6300],
  ['DG-W02', 'Cafe Filter 5kg', 'Wholesale', house, 9200, 5900],
  ['DG-W03', 'Takeaway Cups, case of 500', 'Wholesale', 'Clayworks', 4100, 2800],
];

export const products: readonly Product[] = rows.map(([id, name, category, brand, price, cost]) => ({ id, name, category, brand, price, cost }));

export function productsOf(category: Category): readonly Product[] {
  return products.filter((product) => product.category === category);
}
