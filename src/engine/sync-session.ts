import { MAX_ROWS, type Column, type Notice, type StatementResult } from '../core/database';
import type { CarriedExchange, DriverExchange, DriverField, DriverSession } from '../core/driver-session';
import type { CopyAnswer, ServerReport } from '../core/server';
import { concatBytes } from './concat-bytes';
import { MessageFramer } from './message-framer';
import type { PgliteInstance } from './pglite-instance';
import { ReplyReader } from './reply-reader';
import { typeName } from './type-names';

/** A driver gets this many rows of a result: what it cannot have it must hear of, so it is no smaller than need be. */
const MOST_DRIVER_ROWS = 200_000;

function noticeOf({ severity, sqlstate, message, detail, hint }: ServerReport): Notice {
  return { severity, sqlstate, message, detail, hint };
}

/** The embedded PostgreSQL's one session, asked and answered in the same call: what shares its worker need not wait. */
export class SyncSession implements DriverSession {
  readonly #instance: PgliteInstance;
  readonly #typeNames = new Map<string, string>();

  constructor(instance: PgliteInstance) {
    this.#instance = instance;
  }

  exchange(sql: string, copy: CopyAnswer = { kind: 'rows', text: '' }): CarriedExchange {
    const { serialize, Parser } = this.#instance.protocol;
    const reader = new ReplyReader(false, MOST_DRIVER_ROWS);
    const parser = new Parser();
    const framer = new MessageFramer(
      (type) => reader.count(type),
      (bytes) => {
        parser.parse(bytes.slice(), (message) => {
          reader.hear(message);
        });
      },
    );
    // It reads from what it was given: rows for COPY have to be there before it asks for them. Where it does not ask,
    // it passes over them, as the protocol says.
    const query = serialize.query(sql);
    const bytes = concatBytes([
      query,
      ...(copy.kind === 'rows'
        ? [serialize.copyData(new TextEncoder().encode(copy.text).buffer), serialize.copyDone()]
        : [serialize.copyFail(copy.why)]),
    ]);
    const received = this.#instance.sendSync(bytes);
    framer.push(received);
    return { ...reader.exchange(), sent: query, received };
  }

  resultsOf({ replies, transaction }: DriverExchange): readonly StatementResult[] {
    const results: StatementResult[] = [];
    let notices: Notice[] = [];
    const add = (result: StatementResult): void => {
      results.push(result);
      notices = [];
    };
    for (const reply of replies) {
      switch (reply.kind) {
        case 'notice':
          notices.push(noticeOf(reply.report));
          break;
        case 'rows': {
          const { tag, rows, rowCount } = reply;
          const columns = this.#columns(reply.fields, transaction === 'failed');
          add({ kind: 'rows', tag, columns, rows: rows.slice(0, MAX_ROWS), rowCount, notices });
          break;
        }
        case 'command':
        case 'copy-out':
          add({ kind: 'command', tag: reply.tag, notices });
          break;
        case 'error':
          add({ kind: 'error', error: reply.report, notices });
          break;
        default:
      }
    }
    return results;
  }

  /** @param mute whether the server answers nothing until the transaction ends: names that it alone knows stay unknown */
  #columns(fields: readonly DriverField[], mute: boolean): readonly Column[] {
    return fields.map(({ name, oid, modifier }) => {
      const type = typeName(oid, modifier);
      return { name, oid, type: type.startsWith('#') && !mute ? this.#askTypeName(type) : type };
    });
  }

  #askTypeName(type: string): string {
    const known = this.#typeNames.get(type);
    if (known !== undefined) return known;
    const { replies } = this.exchange(`SELECT pg_catalog.format_type(${type.slice(1)})`);
    const answer = replies.find(({ kind }) => kind === 'rows');
    const name = (answer?.kind === 'rows' ? answer.rows[0]?.[0] : null) ?? type;
    this.#typeNames.set(type, name);
    return name;
  }
}
