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

const NOTHING_ELSE = {
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
  file: null,
  line: null,
  routine: null,
};

const CANCELLED: ServerReport = {
  ...NOTHING_ELSE,
  severity: 'ERROR',
  sqlstate: '57014',
  message: 'canceling statement due to user request',
  file: 'postgres.c',
  routine: 'ProcessInterrupts',
};

const BROKEN: ServerReport = {
  ...NOTHING_ELSE,
  severity: 'FATAL',
  sqlstate: '57P02',
  message: 'PostgreSQL broke down while it worked on this',
  hint: 'It was started anew, and everything before this was done again.',
};

/** By its name: an error that comes from another worker is of no class of ours. */
function isNamed(error: unknown, name: string): boolean {
  return error instanceof Error && error.name === name;
}

/** What brings an open transaction into the state in which a statement that was cancelled leaves it. */
const CANCEL: SessionRequest = { kind: 'query', sql: 'DO $$ BEGIN RAISE query_canceled; END $$' };

/**
 * A client's sessions, one after the other. An embedded server cannot be interrupted, and may be taken away for something
 * else on the page. Then it starts anew, and all that was said to it is said again.
 */
export class Conversation {
  session: Session | null = null;
  /** Whether Ctrl-C ended a statement since somebody typed a line: what goes on by itself has to end then. */
  isInterrupted = false;
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
    await this.#restore();
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
      const exchange = await this.#retried(() => this.#io.whileWaiting(this.#exchange(request)));
      if (!isPrivate) this.#said.push({ kind: 'request', request });
      return exchange;
    } catch (error) {
      const isBroken = isNamed(error, 'ServerBrokenError');
      if (!(error instanceof InterruptError) && !isBroken) throw error;
      if (!isBroken) {
        this.isInterrupted = true;
        this.#server.abandon();
      }
      return this.#without(isBroken ? BROKEN : CANCELLED);
    }
  }

  #exchange(request: SessionRequest): Promise<Exchange> {
    if (!this.session) throw new Error('There is no session.');
    return this.session.exchange(request);
  }

  /** Comes back to where the conversation was before a request that has failed in a way of ours. */
  async #without(report: ServerReport): Promise<Exchange> {
    let transaction = await this.#restore();
    if (transaction === 'open') {
      // An error leaves an open transaction failed.
      ({ transaction } = await this.#retried(() => this.#exchange(CANCEL)));
      this.#said.push({ kind: 'request', request: CANCEL });
    }
    return { replies: [{ kind: 'error', report }], transaction, settings: {} };
  }

  /** Does something again, as often as the server is lost before it is done. */
  async #retried<T>(work: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await work();
      } catch (error) {
        if (!isNamed(error, 'SessionLostError')) throw error;
        await this.#restore();
      }
    }
  }

  /** Says everything again, as often as the server is lost meanwhile. @returns the state of the transaction at the end */
  async #restore(): Promise<Exchange['transaction']> {
    for (;;) {
      try {
        return await this.#sayAgain();
      } catch (error) {
        if (!isNamed(error, 'SessionLostError')) throw error;
      }
    }
  }

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
