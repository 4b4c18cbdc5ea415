/** How a variable's value is written: as it is, as a string constant (`:'v'`), or as a name (`:"v"`). */
export type VariableQuoting = 'plain' | 'literal' | 'identifier';

/** What the lexers ask for. */
export interface VariableLookup {
  /** The text to put in; `null` for a variable that is not set, and then nothing is put in. */
  value(name: string, quoting: VariableQuoting): string | null;
  isSet(name: string): boolean;
  /** Hears of a variable whose value names itself, and so is not put in again. */
  skipped(name: string): void;
}
