import { librariesOf } from '../../core/libraries-of';
import type { MakeFunction } from '../../core/make-function';
import type { RunRequest } from '../../core/run-report';
import { loadMikroOrm } from './mikro-orm/load-mikro-orm';

/** Loads the large libraries that a program may import, before its time begins: on a slow device that takes seconds. */
export async function loadAhead(
  program: Pick<RunRequest, 'code' | 'files'>,
  makeFunction: MakeFunction,
): Promise<void> {
  const mentionsKysely = [program.code, ...Object.values(program.files)].some((source) => source.includes('kysely'));
  await Promise.all([
    mentionsKysely && import('kysely'),
    // Not where it is only spoken of: the worker may be one that cannot load it.
    librariesOf(program).includes('mikro-orm') && loadMikroOrm(makeFunction),
  ]);
}
