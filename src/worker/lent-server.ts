import { type Server, ServerBrokenError, SessionLostError } from '../core/server';
import type { PostgresService } from './postgres-service';
import { remoteServer } from './remote-server';
import type { connect } from './rpc';

/** Why a line to PostgreSQL ends: somebody else needs it, or it broke down. */
export type LossReason = 'taken' | 'broken';

/** A line to the worker that holds PostgreSQL. */
type Line = ReturnType<typeof connect<PostgresService, object>>;

/** Who lends PostgreSQL. */
export interface Lender {
  /** @throws Error when it cannot be had */
  borrow(): Promise<Line>;
  /** Has it killed, whatever it does. */
  giveUp(): void;
}

/** A server that may be taken away at any time. A reset asks for it again. */
export class LentServer implements Server {
  readonly #lender: Lender;
  #line: Line | null = null;

  constructor(lender: Lender) {
    this.#lender = lender;
  }

  /** It is no longer here. */
  lose(reason: LossReason): void {
    const line = this.#line;
    this.#line = null;
    if (line && !line.$closed) line.$close(reason === 'broken' ? new ServerBrokenError() : new SessionLostError());
  }

  async reset(...args: Parameters<Server['reset']>): Promise<void> {
    this.#line ??= await this.#lender.borrow();
    return remoteServer(this.#line).reset(...args);
  }

  async connect(...args: Parameters<Server['connect']>): ReturnType<Server['connect']> {
    const line = this.#held();
    const attempt = await remoteServer(line).connect(...args);
    if (attempt.kind === 'refused') return attempt;
    const { session } = attempt;
    const exchange: typeof session.exchange = async (request) => {
      // A line that was closed says so in words of its own.
      if (this.#line !== line) throw new SessionLostError();
      return session.exchange(request);
    };
    return { kind: 'connected', session: { ...session, exchange } };
  }

  abandon(): void {
    this.lose('taken');
    this.#lender.giveUp();
  }

  close(): Promise<void> {
    this.lose('taken');
    return Promise.resolve();
  }

  #held(): Line {
    if (!this.#line) throw new SessionLostError();
    return this.#line;
  }
}
