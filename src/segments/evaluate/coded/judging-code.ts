import { wasm, type WasmFunction } from '../../../stats/index.ts';
import type { Reading } from './gathering.ts';

const {
  f64,
  f64AtLeast,
  f64Const,
  f64Differs,
  f64Divide,
  f64FromI32,
  f64FromI64,
  f64Load,
  f64Multiply,
  get,
  grow,
  i32,
  i32Above,
  i32And,
  i32Const,
  i32ExclusiveOr,
  i32Load,
  i32Multiply,
  i32Or,
  i32ShiftLeft,
  i32ShiftRight,
  i32Store,
  i64BitCount,
  i64Load,
  select,
  set,
  steps,
  whileBelow,
} = wasm;

/** A condition on a number: its verdict over what is below all starts, over what is not below the first and so on, and over a number that is unknown. */
export type Judged = { readonly reading: Reading; readonly starts: readonly number[]; readonly holds: readonly boolean[]; readonly holdsUnknown: boolean };

/**
 * Where the rows of customers lie, how long each is, where each condition's verdicts go: a bit a customer, onto zeros. `most` and `others` are two numbers: the most facts that one of them has, and
 * whether any has a text that was not known beforehand, which is then not 0.
 */
export type JudgedRows = {
  readonly rows: number;
  readonly bytes: number;
  readonly verdicts: readonly number[];
  readonly most: number;
  readonly others: number;
};

/** The function `judge(customer, end)`: the customers from one row on up to another, one at least. */
export function judgingCode(conditions: readonly Judged[], { rows, bytes, verdicts, ...kept }: JudgedRows): WasmFunction {
  const [customer, end, own, word, most, others, value] = [0, 1, 2, 3, 4, 5, 6];
  const byReading = [...Map.groupBy(conditions.keys(), (index) => conditions[index]?.reading)];
  const judged = byReading.flatMap(([reading, indices]) =>
    reading === undefined
      ? []
      : [
          ...steps(valueOf(reading, rows, own), set(value)),
          ...indices.flatMap((index) => {
            const at = verdicts[index] ?? 0;
            return [
              ...steps(get(word), get(word), i32Load(at)),
              ...steps(verdictOf(conditions[index], value), get(customer), i32Const(31), i32And, i32ShiftLeft, i32Or),
              ...i32Store(at),
            ];
          }),
        ],
  );
  const facts = [...get(own), ...i32Load(rows)];
  return {
    name: 'judge',
    takes: [i32, i32],
    gives: [],
    locals: [i32, i32, i32, i32, f64],
    body: [
      ...steps(get(customer), i32Const(bytes), i32Multiply, set(own)),
      ...steps(i32Const(0), i32Load(kept.most), set(most)),
      ...whileBelow(customer, end, [
        ...steps(get(customer), i32Const(5), i32ShiftRight, i32Const(2), i32ShiftLeft, set(word)),
        ...steps(facts, get(most), facts, get(most), i32Above, select, set(most)),
        ...steps(get(others), get(own), i32Load(rows + 4), i32Or, set(others)),
        ...judged,
        ...grow(own, bytes),
        ...grow(customer, 1),
      ]),
      ...steps(i32Const(0), get(most), i32Store(kept.most)),
      ...steps(i32Const(0), get(others), i32Const(0), i32Load(kept.others), i32Or, i32Store(kept.others)),
    ],
  };
}

/** The number that is read, not a number where it is unknown. */
function valueOf(reading: Reading, rows: number, own: number): wasm.Code {
  const at = rows + reading.at;
  switch (reading.kind) {
    case 'count':
      return [...get(own), ...i32Load(at), f64FromI32];
    case 'values':
      return [...get(own), ...i64Load(at), i64BitCount, f64FromI64];
    case 'sum':
      return [...get(own), ...f64Load(at), ...f64Const(10_000), f64Divide];
    case 'mean':
      // Nothing of nothing is unknown.
      return [...get(own), ...f64Load(at), ...f64Const(10_000), ...get(own), ...i32Load(rows + reading.known), f64FromI32, f64Multiply, f64Divide];
  }
}

/** That of what is below all starts, turned at each start that the number has reached and where it turns. */
function verdictOf(condition: Judged | undefined, value: number): wasm.Code {
  const { starts = [], holds = [], holdsUnknown = false, reading } = condition ?? {};
  const [below = false] = holds;
  const turns = starts.filter((_, index) => holds[index] !== holds[index + 1]);
  const turnsUnknown = reading?.kind === 'mean' && holdsUnknown !== below;
  return [
    ...i32Const(below ? 1 : 0),
    ...turns.flatMap((start) => [...get(value), ...f64Const(start), f64AtLeast, i32ExclusiveOr]),
    ...(turnsUnknown ? [...get(value), ...get(value), f64Differs, i32ExclusiveOr] : []),
  ];
}
