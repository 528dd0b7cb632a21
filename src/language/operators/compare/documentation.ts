import type { Documentation } from '../../documentation.ts';
import type { ComparisonOperator } from '../../tree.ts';

/** One entry per operator: the type holds it to all of them. */
const operators: Readonly<Record<ComparisonOperator, readonly [form: string, meaning: string, example: string]>> = {
  '=': ['x = v', 'Equal. Texts without regard to letter case and surrounding blanks. Also written `is`, `==`.', 'country = "gb"'],
  '!=': ['x != v', 'Known, and not equal. Also written `is not`, `<>`.', 'lifecycle != "new"'],
  '<': ['x < v', 'Less than; for a date, before.', 'age < 30'],
  '<=': ['x <= v', 'At most; for a date, not after.', 'days since last order <= 30'],
  '>': ['x > v', 'More than; for a date, after.', 'total_spent > 500'],
  '>=': ['x >= v', 'At least; for a date, not before.', 'orders >= 3'],
  between: ['x between v and w', 'From v to w, both included.', 'age between 25 and 34'],
  in: ['x in (v, w, …)', 'Equal to one of the values.', 'rfm.segment in ("Champions", "Loyal")'],
  'not in': ['x not in (v, w, …)', 'Known, and equal to none of the values.', 'country not in ("GB", "US")'],
  'is exactly': ['x is exactly "t"', 'The same text letter for letter, letter case and blanks included.', 'postcode is exactly "LS1 4AP"'],
  contains: ['x contains "t"', 'The text occurs in it; for a list, it is one of its entries.', 'email contains "+test"'],
  'starts with': ['x starts with "t"', 'The text begins with it.', 'postcode starts with "LS"'],
  'ends with': ['x ends with "t"', 'The text ends with it.', 'email ends with "@example.com"'],
  'contains any of': ['x contains any of ("t", "u", …)', 'The list has at least one of them.', 'tags contains any of ("vip", "wholesale")'],
  'contains all of': ['x contains all of ("t", "u", …)', 'The list has every one of them.', 'tags contains all of ("vip", "newsletter")'],
  'contains none of': ['x contains none of ("t", "u", …)', 'The list is known and has none of them.', 'tags contains none of ("wholesale")'],
};

export const compareDocumentation: Documentation = {
  title: 'Comparing',
  forms: Object.values(operators).map(([form, meaning, example]) => ({ form, meaning, example })),
};
