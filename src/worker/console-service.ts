import type { Dataset } from '../core/database';
import type { PsqlStart } from '../core/run-report';
import { COURSE_DATABASE } from '../core/server';
import type { Completions } from '../languages/psql/complete/completions';
import { ConsoleIo, type Interrupted } from '../languages/psql/console-io';
import { PsqlShell } from '../languages/psql/shell/psql-shell';
import { type Channel, channelOf, isPortMessage } from './channel';
import { LentServer, type LossReason } from './lent-server';
import { type Output, OutputPipe } from './output-pipe';
import type { PostgresService } from './postgres-service';
import { connect } from './rpc';

/** What a console begins with. It is plain data. */
export interface ConsoleStart extends PsqlStart {
  readonly dataset: Dataset;
}

/** How a console ended. */
export type ConsoleEnd =
  /** Somebody left psql. */
  | { readonly kind: 'left' }
  /** The server did not let them in, and says why. */
  | { readonly kind: 'refused'; readonly message: string };

/** What the page does for a console's worker. */
export interface ConsoleOwner {
  /** Shows output; resolves when there may be more. */
  wrote(output: Output): Promise<void>;
  /** psql waits for a line. All output before it has been shown. */
  prompts(prompt: string, hidden: boolean): void;
  pauses(): void;
  edit(name: string, text: string): Promise<string | null>;
  /** Sends a port to PostgreSQL over the channel; resolves once it is ready. */
  borrowPostgres(): Promise<void>;
  /** Has PostgreSQL killed, if this console has it. */
  giveUpPostgres(): void;
}

/** What a console's worker can be asked. */
export interface ConsoleService {
  /** Runs psql to its end. @throws Error when PostgreSQL cannot be had */
  run(start: ConsoleStart): Promise<ConsoleEnd>;
  /** A line was typed; `null` for Ctrl-D. */
  type(line: string | null): Promise<void>;
  /** Ctrl-C. */
  interrupt(): Interrupted;
  /** What the word at the end of a text can become. */
  complete(line: string): Promise<Completions>;
  /** PostgreSQL is no longer there. */
  lost(reason: LossReason): void;
}

/** Serves one psql on the channel, over the PostgreSQL that the other side lends. */
export function serveConsole(channel: Channel): void {
  let portArrived: (port: MessagePort) => void = () => undefined;
  let shell: PsqlShell | null = null;
  let completing: Promise<unknown> = Promise.resolve();
  const server = new LentServer({
    borrow: async () => {
      const port = new Promise<MessagePort>((resolve) => {
        portArrived = resolve;
      });
      await owner.borrowPostgres();
      return connect<PostgresService, object>(channelOf(await port), {});
    },
    giveUp: () => void owner.giveUpPostgres.asEvent(),
  });
  const pipe = new OutputPipe((output) => owner.wrote(output));
  const io = new ConsoleIo({
    write: (text, stream) => {
      pipe.write(text, stream);
    },
    prompt: (text, hidden) => {
      void pipe.flush().then(() => owner.prompts.asEvent(text, hidden));
    },
    pause: () => {
      void pipe.flush().then(() => owner.pauses.asEvent());
    },
    edit: (name, text) => owner.edit(name, text),
  });
  const service: ConsoleService = {
    run: async ({ dataset, user, setup }) => {
      shell = new PsqlShell(server, io, { dataset, setup });
      const refused = await shell.start({ database: COURSE_DATABASE, user });
      if (refused) return { kind: 'refused', message: `${refused.severity}:  ${refused.message}` };
      await shell.run();
      await pipe.flush();
      await server.close();
      return { kind: 'left' };
    },
    type: async (line) => {
      // What a completion looks up goes through the same session.
      await completing;
      io.type(line);
    },
    interrupt: () => io.interrupt(),
    complete: (line) => {
      // While a statement runs nothing can be looked up.
      if (!shell || !io.isReading) return Promise.resolve({ from: line.length, words: [] });
      const found = shell.complete(line);
      completing = found.catch(() => undefined);
      return found;
    },
    lost: (reason) => {
      server.lose(reason);
    },
  };
  const owner = connect<ConsoleOwner, ConsoleService>(channel, service);
  channel.listen((message) => {
    if (isPortMessage(message)) portArrived(message.port);
  });
}
