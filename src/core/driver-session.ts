import type { StatementResult } from './database';
import type { CopyAnswer, Exchange, Field, Reply } from './server';

/** A column with all that RowDescription says of it: a driver tells its programs. */
export interface DriverField extends Field {
  /** The bytes that a value takes; negative when they vary. */
  readonly size: number;
  /** The object identifier of the table, and the number of the column in it; 0 for what is no table's column. */
  readonly table: number;
  readonly column: number;
}

/** What a server says, with whole columns. */
export type DriverReply =
  | Exclude<Reply, { readonly kind: 'rows' }>
  | (Omit<Extract<Reply, { readonly kind: 'rows' }>, 'fields'> & { readonly fields: readonly DriverField[] });

export interface DriverExchange extends Exchange {
  readonly replies: readonly DriverReply[];
}

/** An exchange with the bytes of the protocol that carried it. They are there until the next exchange. */
export interface CarriedExchange extends DriverExchange {
  readonly sent: Uint8Array;
  readonly received: Uint8Array;
}

/** A session whose answers are there when the call returns, for a language that cannot wait for them. */
export interface DriverSession {
  /** Sends SQL by the simple query protocol, and gives all that the server says. */
  exchange(sql: string, copy?: CopyAnswer): CarriedExchange;
  /** The same answer in the form in which a run's report keeps it. */
  resultsOf(exchange: DriverExchange): readonly StatementResult[];
}
