import type { LoadProgress } from '../../core/load-progress';
import type { Completions } from '../../languages/psql/complete/completions';
import type { Interrupted } from '../../languages/psql/console-io';
import type { ConsoleEnd, ConsoleOwner, ConsoleService, ConsoleStart } from '../console-service';
import type { Output } from '../output-pipe';
import { connect } from '../rpc';
import type { Borrower, RunClient } from './run-client';
import type { WorkerHandle } from './workers';

export type { Completions, ConsoleEnd, ConsoleStart, Interrupted, Output };

/** What shows a console, and who sits in front of it. */
export interface ConsoleScreen {
  write(output: Output): void;
  /** psql waits for a line. */
  prompt(text: string, hidden: boolean): void;
  /** psql pauses, as \watch does, until Ctrl-C or for a while. */
  pause(): void;
  /** Lets somebody change a text; `null` when they leave it as it is. */
  edit(name: string, text: string): Promise<string | null>;
  /** PostgreSQL is being waited for; `null` when it is there. */
  waiting(state: WaitingState | null): void;
}

/** What a console waits for when it waits for PostgreSQL. */
export type WaitingState =
  /** Something else on the page has it. */
  { readonly kind: 'queued' } | { readonly kind: 'loading'; readonly progress: LoadProgress | null };

/** A psql that runs. */
export interface OpenConsole {
  /** Resolves when psql has ended; rejects when it broke. */
  readonly end: Promise<ConsoleEnd>;
  /** Types a line, for which psql must wait; `null` for Ctrl-D. */
  type(line: string | null): void;
  /** Ctrl-C. @returns what it ended */
  interrupt(): Promise<Interrupted>;
  /** What the word at the end of a text can become. */
  complete(line: string): Promise<Completions>;
  /** Ends it at once. */
  close(): void;
}

/** Opens consoles, each in a worker of its own. PostgreSQL there is once: each has it while nobody else needs it. */
export class ConsoleClient {
  readonly #startWorker: () => WorkerHandle;
  readonly #runs: RunClient;

  constructor(startWorker: () => WorkerHandle, runs: RunClient) {
    this.#startWorker = startWorker;
    this.#runs = runs;
  }

  open(start: ConsoleStart, screen: ConsoleScreen): OpenConsole {
    const handle = this.#startWorker();
    let isReading = false;
    let isClosed = false;
    const borrower: Borrower = {
      handle,
      isBusy: () => !isReading && !isClosed,
      onLost: (reason) => {
        if (!rpc.$closed) void rpc.lost.asEvent(reason);
      },
      onPhase: (phase) => {
        screen.waiting(phase.kind === 'running' ? null : phase);
      },
    };
    const owner: ConsoleOwner = {
      wrote: (output) => {
        screen.write(output);
        return Promise.resolve();
      },
      prompts: (text, hidden) => {
        isReading = true;
        screen.prompt(text, hidden);
      },
      pauses: () => {
        screen.pause();
      },
      edit: (name, text) => screen.edit(name, text),
      borrowPostgres: () => this.#runs.lendPostgres(borrower),
      giveUpPostgres: () => {
        this.#runs.giveUpPostgres(borrower);
      },
    };
    const rpc = connect<ConsoleService, ConsoleOwner>(handle, owner);
    const close = (error: Error): void => {
      isClosed = true;
      if (!rpc.$closed) rpc.$close(error);
      // A statement would go on in it without anybody who waits.
      if (!isReading) this.#runs.giveUpPostgres(borrower);
      this.#runs.endLoan(borrower);
      handle.terminate();
    };
    handle.onFailure(close);
    const end = rpc.run(start);
    end.then(
      () => {
        isReading = true;
        close(new Error('psql has ended.'));
      },
      () => {
        close(new Error('psql has ended.'));
      },
    );
    return {
      end,
      type: (line) => {
        isReading = false;
        void rpc.type.asEvent(line);
      },
      interrupt: () => {
        isReading = false;
        return rpc.interrupt();
      },
      complete: (line) => rpc.complete(line),
      close: () => {
        close(new Error('The console was closed.'));
      },
    };
  }
}
