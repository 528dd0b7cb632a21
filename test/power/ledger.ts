/** What a server has acknowledged, and what else it was asked for: that may have come to be or not. */
export type Ledger = {
  /** Messages of live sources by their number; `messageOf` says what each was. */
  readonly messages: Set<number>;
  /** Things that people made, by kind and name. */
  readonly kept: Map<string, Kept>;
  /** Files that were imported, by their number. */
  readonly imports: Map<number, ImportState>;
  /** Names of backups that were told to be done. */
  readonly backups: Set<string>;
  /**
   * What is answered from the moment on at which the power is cut counts for nothing: XFS answers an `fsync` that its own shutdown overtakes with yes, and has not got it (33 of 104 such were gone, on ext4
   * 14 of 44, and of 49,000 that were answered before none), and who loses power answers nobody.
   */
  readonly power: { isOn: boolean };
  /** The highest number that a message, a thing or a file may have had. */
  readonly numbers: { message: number; thing: number; file: number };
};

/** How far it has come: whoever was told of a job that takes the file back is told that nothing of it will be there. */
export type ImportState = 'asked' | 'acknowledged' | 'undo asked' | 'undo acknowledged';

/** Something of the control store that was made and then changed: its states are counted. */
export type Kept = {
  readonly thing: Thing;
  readonly name: string;
  /** What the server calls it. */
  readonly id: string;
  /** The newest state that was acknowledged; 0 where not even that it was made. */
  readonly acknowledged: number;
  /** The newest state that was asked for. */
  readonly asked: number;
};

export const things = ['segment', 'note', 'key', 'source', 'view', 'mapping', 'folder'] as const;
export type Thing = (typeof things)[number];

export const emptyLedger = (): Ledger => ({
  messages: new Set(),
  kept: new Map(),
  imports: new Map(),
  backups: new Set(),
  power: { isOn: true },
  numbers: { message: 0, thing: 0, file: 0 },
});

/** What is known now: what a backup that begins after it has to hold. */
export const copyOf = (ledger: Ledger): Ledger => ({
  messages: new Set(ledger.messages),
  kept: new Map(ledger.kept),
  imports: new Map(ledger.imports),
  backups: new Set(ledger.backups),
  power: ledger.power,
  numbers: { ...ledger.numbers },
});
