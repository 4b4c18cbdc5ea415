import type { messages as Messages } from '@electric-sql/pglite';
import { MAX_ROWS, type Row } from '../core/database';
import type { DriverExchange, DriverField, DriverReply } from '../core/driver-session';
import type { TransactionState } from '../core/server';
import { NoAnswerError } from './no-answer-error';
import { serverReport } from './sql-error';

const TRANSACTION: Readonly<Record<string, TransactionState>> = { I: 'idle', T: 'open', E: 'failed' };

/** The type letters of the messages that announce rows, and hold one. */
const ROW_DESCRIPTION = 'T';
const DATA_ROW = 'D';

/** Gathers a server's messages into what a client like psql or a driver sees, in their order. */
export class ReplyReader {
  readonly #replies: DriverReply[] = [];
  #transaction: TransactionState = 'idle';
  #fields: readonly DriverField[] | null = null;
  #rows: Row[] = [];
  /** How many rows there are of each result that is announced and not complete. */
  readonly #rowCounts: number[] = [];
  #copied: string | null = null;
  #ended = false;
  #parameters: readonly number[] | null = null;
  readonly #decoder = new TextDecoder();
  readonly #describes: boolean;
  readonly #mostRows: number;

  /**
   * @param describes whether a RowDescription is the answer itself, and no rows follow
   * @param mostRows how many rows of a result are kept
   */
  constructor(describes: boolean, mostRows = MAX_ROWS) {
    this.#describes = describes;
    this.#mostRows = mostRows;
  }

  /**
   * Counts a message that comes next; several may come before the first of them is heard.
   * @returns whether it is to be heard: there may be too many rows
   */
  count(type: string): boolean {
    if (type === ROW_DESCRIPTION) this.#rowCounts.push(0);
    if (type !== DATA_ROW) return true;
    const at = this.#rowCounts.length - 1;
    const count = (this.#rowCounts[at] ?? 0) + 1;
    this.#rowCounts[at] = count;
    return count <= this.#mostRows;
  }

  hear(message: Messages.BackendMessage): void {
    switch (message.name) {
      case 'rowDescription':
        this.#fields = (message as Messages.RowDescriptionMessage).fields.map(
          ({ name, dataTypeID, dataTypeModifier, dataTypeSize, tableID, columnID }) => ({
            name,
            oid: dataTypeID,
            modifier: dataTypeModifier,
            size: dataTypeSize,
            table: tableID,
            column: columnID,
          }),
        );
        break;
      case 'parameterDescription':
        this.#parameters = (message as Messages.ParameterDescriptionMessage).dataTypeIDs;
        break;
      case 'dataRow':
        this.#rows.push((message as Messages.DataRowMessage).fields);
        break;
      case 'copyInResponse':
        this.#replies.push({ kind: 'copy-in' });
        break;
      case 'copyOutResponse':
        this.#copied = '';
        break;
      case 'copyData':
        this.#copied =
          (this.#copied ?? '') + this.#decoder.decode((message as Messages.CopyDataMessage).chunk, { stream: true });
        break;
      case 'emptyQuery':
        this.#replies.push({ kind: 'empty' });
        break;
      case 'commandComplete':
        this.#complete((message as Messages.CommandCompleteMessage).text);
        break;
      case 'error':
        this.#replies.push({ kind: 'error', report: serverReport(message as Messages.DatabaseError) });
        this.#clear();
        break;
      case 'notice':
        this.#replies.push({ kind: 'notice', report: serverReport(message as Messages.NoticeMessage) });
        break;
      case 'notification': {
        const { channel, payload, processId } = message as Messages.NotificationResponseMessage;
        this.#replies.push({ kind: 'notification', channel, payload, pid: processId });
        break;
      }
      case 'readyForQuery':
        this.#ended = true;
        this.#transaction = TRANSACTION[(message as Messages.ReadyForQueryMessage).status] ?? 'idle';
        break;
      default:
    }
  }

  /** All that was said. @throws NoAnswerError when it broke off */
  exchange(): DriverExchange {
    const last = this.#replies.at(-1)?.kind;
    // An error may end the session, and what is copied is waited for: else a server says that it is ready for more.
    if (!this.#ended && last !== 'error' && last !== 'copy-in') throw new NoAnswerError();
    if (this.#describes && this.#parameters) {
      this.#replies.push({ kind: 'description', parameters: this.#parameters, fields: this.#fields });
    }
    return { replies: this.#replies, transaction: this.#transaction, settings: {} };
  }

  #complete(tag: string): void {
    if (this.#copied !== null) this.#replies.push({ kind: 'copy-out', text: this.#copied, tag });
    else if (this.#fields === null) this.#replies.push({ kind: 'command', tag });
    else {
      const rowCount = this.#rowCounts[0] ?? 0;
      this.#replies.push({ kind: 'rows', fields: this.#fields, rows: this.#rows, rowCount, tag });
    }
    this.#clear();
  }

  #clear(): void {
    if (this.#fields !== null) this.#rowCounts.shift();
    this.#fields = null;
    this.#rows = [];
    this.#copied = null;
  }
}
