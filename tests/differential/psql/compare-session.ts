import type { Dataset } from '../../../src/core/database';
import type { RealPsql } from '../../lib/find-psql';
import { type DifferenceRewriter, type Origin, SERVER_ONLY } from './named-differences';
import type { InputSession } from './read-inputs';
import type { PsqlServers } from './servers';
import { typeIntoRealPsql } from './type-into-real-psql';
import { typeIntoShell } from './type-into-shell';

/** What one input gave, named differences taken out. */
export interface ComparedInput {
  readonly name: string;
  readonly shell: string;
  readonly onServer: string;
  /** `null` where psql cannot have that session there. */
  readonly onEmbedded: string | null;
  /** Whether there was a named difference. */
  readonly hasDifference: boolean;
}

/** What was shown for each input: from its first line to the prompt behind its last one. */
function byInput({ inputs }: InputSession, segments: readonly string[]): string[] {
  let at = 1;
  return inputs.map(({ lines }) => segments.slice(at, (at += lines.length)).join(''));
}

/** Types a session's inputs into the shell, and into the real psql on two servers. */
export async function compareSession(
  session: InputSession,
  {
    psql,
    servers,
    dataset,
    rewriter,
  }: {
    readonly psql: RealPsql;
    readonly servers: PsqlServers;
    readonly dataset: Dataset;
    readonly rewriter: DifferenceRewriter;
  },
): Promise<ComparedInput[]> {
  const { real, embedded, postgres } = servers;
  const { files, setup, user } = session;
  const lines = session.inputs.flatMap((input) => input.lines);
  const [onServer, [shell, onEmbedded]] = await Promise.all([
    (async () => {
      await real.reset(setup);
      return typeIntoRealPsql(psql, real.target(user), files, lines);
    })(),
    (async () => {
      // The two share one embedded PostgreSQL, which has one session.
      const typed = await typeIntoShell(postgres.server, { dataset, setup, user }, files, lines);
      if (SERVER_ONLY.includes(session.title)) return [typed, null] as const;
      await embedded.reset(setup);
      return [typed, await typeIntoRealPsql(psql, embedded.target(user), files, lines)] as const;
    })(),
  ]);
  const texts = {
    shell: byInput(session, shell),
    onServer: byInput(session, onServer),
    onEmbedded: onEmbedded && byInput(session, onEmbedded),
  };
  return session.inputs.map(({ name }, i) => {
    const rewrite = (text: string | undefined, origin: Origin): ReturnType<DifferenceRewriter['rewrite']> =>
      rewriter.rewrite(text ?? '', origin, `${session.title}: ${name}`);
    const ours = rewrite(texts.shell[i], 'shell');
    const first = rewrite(texts.onServer[i], 'psql on a server');
    const second = texts.onEmbedded && rewrite(texts.onEmbedded[i], 'psql on the embedded PostgreSQL');
    return {
      name,
      shell: ours.text,
      onServer: first.text,
      onEmbedded: second?.text ?? null,
      hasDifference: ours.changed || first.changed || second?.changed === true,
    };
  });
}
