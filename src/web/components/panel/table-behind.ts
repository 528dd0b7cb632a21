/** The numbers behind a chart: what its table shows and its CSV holds. */
export type TableBehind = {
  readonly columns: readonly {
    readonly header: string /** How a number is shown; in the CSV it stays a plain number. */;
    readonly format?: (value: number) => string;
  }[];
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** What is said of a row beside its name, by its number; it is no part of the CSV. */
  readonly notes?: readonly (string | undefined)[];
  /** What choosing a row does, by its number; undefined where there is nothing to choose. */
  readonly choose?: ((row: number) => (() => void) | undefined) | undefined;
};
