/** Columns that only groups are made of: what customers do, told so that few orders do not look like firm habits. */
export const discountHabit = 'discount_habit';
export const orderPace = 'order_pace';
/** Stand for several columns each where one names what to group by. */
export const categoryMix = 'category_mix';
export const timeOfDay = 'time_of_day';

/** Everything that is in none of the categories compared. */
export const otherCategories = '*';
const mixPrefix = 'mix:';
export const mixColumn = (category: string): string => `${mixPrefix}${category}`;
export const isMix = (column: string): boolean => column.startsWith(mixPrefix);
/** The category of a column of the mix; undefined for the others. */
export const categoryOf = (column: string): string | undefined => {
  if (!isMix(column)) return undefined;
  const category = column.slice(mixPrefix.length);
  return category === otherCategories ? 'other categories' : category;
};

/** The hour as a point on the dial, so that 23 lies beside 0: one goes from evening to morning, the other from midday to night. */
export const hourColumns = ['hour:morning', 'hour:night'] as const;

/** How such a column is called; undefined for those of the language. */
export function habitLabel(column: string): string | undefined {
  const category = categoryOf(column);
  if (category !== undefined) return `share of ${category}`;
  switch (column) {
    case orderPace:
      return 'orders in a year';
    case discountHabit:
      return 'share of orders with a discount';
    case hourColumns[0]:
      return 'morning over evening';
    case hourColumns[1]:
      return 'night over midday';
    default:
      return undefined;
  }
}

/** The word of the language that says about the same, for rules. */
export function sayableFor(column: string): string {
  if (isMix(column)) return 'favourite_category';
  if (column.startsWith('hour:')) return 'favourite_hour';
  if (column === orderPace) return 'orders_count';
  return column === discountHabit ? 'discount_share' : column;
}
