import type { Dataset } from '../../../core/database';
import type {
  ConnectionAttempt,
  ConnectionTarget,
  Exchange,
  Server,
  ServerReport,
  Session,
  SessionRequest,
} from '../../../core/server';
import { InterruptError, type ShellIo } from './shell-io';

/** What a console begins with. */
export interface Beginning {
  readonly dataset: Dataset;
  /** SQL that the superuser runs first. */
  readonly setup: string;
}

type Event =
  | { readonly kind: 'connect'; readonly target: ConnectionTarget }
  | { readonly kind: 'request'; readonly request: SessionRequest };

const CANCELLED: ServerReport = {
  severity: 'ERROR',
  sqlstate: '57014',
  message: 'canceling statement due to user request',
  detail: null,
  hint: null,
  position: null,
  internalPosition: null,
  internalQuery: null,
  where: null,
  schema: null,
  table: null,
  column: null,
  dataType: null,
  constraint: null,
  file: 'postgres.c',
  line: null,
  routine: 'ProcessInterrupts',
};

/** What brings an open transaction into the state in which a statement that was cancelled leaves it. */
const CANCEL: SessionRequest = { kind: 'query', sql: 'DO $$ BEGIN RAISE query_canceled; END $$' };

/**
 * A client's sessions, one after the other. An embedded server cannot be interrupted, and may be taken away for something
 * else on the page. Then it starts anew, and all that was said to it is said again.
 */
export class Conversation {
  session: Session | null = null;
  readonly #server: Server;
  readonly #io: ShellIo;
  readonly #beginning: Beginning;
  #said: Event[] = [];

  constructor(server: Server, io: ShellIo, beginning: Beginning) {
    this.#server = server;
    this.#io = io;
    this.#beginning = beginning;
  }

  /** Brings the server to its beginning. */
  async begin(): Promise<void> {
    this.session = null;
    this.#said = [];
    await this.#server.reset(this.#beginning.dataset, this.#beginning.setup);
  }

  /** Begins a session; a refusal leaves the one that there is. */
  async connect(target: ConnectionTarget): Promise<ConnectionAttempt> {
    const attempt = await this.#retried(() => this.#server.connect(target));
    if (attempt.kind === 'connected') {
      this.session = attempt.session;
      this.#said.push({ kind: 'connect', target });
    }
    return attempt;
  }

  /**
   * Asks the session.
   * @param isPrivate whether it only looks something up, as \d does, and need not be said again
   * @throws Error when there is no session
   */
  async ask(request: SessionRequest, isPrivate = false): Promise<Exchange> {
    try {
      const exchange = await this.#retried(() => {
        if (!this.session) throw new Error('There is no session.');
        return this.#io.whileWaiting(this.session.exchange(request));
      });
      if (!isPrivate) this.#said.push({ kind: 'request', request });
      return exchange;
    } catch (error) {
      if (!(error instanceof InterruptError)) throw error;
      this.#server.abandon();
      let transaction = await this.#sayAgain();
      if (transaction === 'open' && this.session) {
        ({ transaction } = await this.session.exchange(CANCEL));
        this.#said.push({ kind: 'request', request: CANCEL });
      }
      return { replies: [{ kind: 'error', report: CANCELLED }], transaction, settings: {} };
    }
  }

  /** Does something again when the server was lost before it could be done. */
  async #retried<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Error && error.name === 'SessionLostError')) throw error;
      await this.#sayAgain();
      return work();
    }
  }

  /** @returns the state of the transaction at the end */
  async #sayAgain(): Promise<Exchange['transaction']> {
    await this.#server.reset(this.#beginning.dataset, this.#beginning.setup);
    let transaction: Exchange['transaction'] = 'idle';
    for (const event of this.#said) {
      if (event.kind === 'connect') {
        const attempt = await this.#server.connect(event.target);
        if (attempt.kind === 'connected') this.session = attempt.session;
        transaction = 'idle';
      } else if (this.session) ({ transaction } = await this.session.exchange(event.request));
    }
    return transaction;
  }
}
