import type { EngineChoice } from '../core/run-report';
import { CommandError } from './command-error';

const CHOICES = ['auto', 'postgres', 'pg-mem', 'server'] as const satisfies readonly EngineChoice[];

/** Which engine `--engine` names. @throws CommandError for any other word */
export function engineOption(value: string | undefined): EngineChoice {
  if (value === undefined) return 'auto';
  const choice = CHOICES.find((name) => name === value);
  if (!choice) throw new CommandError(`There is no engine "${value}". Engines are ${CHOICES.join(', ')}.`);
  return choice;
}

/** What every command's help says about `--engine`. */
export const ENGINE_HELP = `--engine auto|postgres|pg-mem|server
               auto, unless you say otherwise: pg-mem answers at once what it is
               known to answer as PostgreSQL would, and PostgreSQL the rest.
               postgres: PostgreSQL answers everything; it takes a few seconds
               to start.
               server: the PostgreSQL server that DATABASE_URL names, in a new
               database that is dropped again at the end.`;
