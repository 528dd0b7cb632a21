/** The level of a column of nothing but noughts and ones: who has it. Of those a share says something, and half of nought and one nothing. */
export const havingIt = '1';

/** How a group differs from everybody else in one column. */
export type Distinction =
  | {
      readonly kind: 'number';
      readonly column: string /** Medians of the known values. */;
      readonly inside: number;
      readonly outside: number;
      readonly effect: number;
    }
  | {
      readonly kind: 'category';
      readonly column: string;
      readonly level: string /** Shares of all. */;
      readonly inside: number;
      readonly outside: number;
      readonly effect: number;
    };
