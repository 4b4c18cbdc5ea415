import type { Dataset } from '../core/database';
import type { EngineChoice } from '../core/run-report';
import { NodeChecker } from './node-checker';
import { REPOSITORY_ROOT } from './repository-root';

/**
 * Lets work be done with a checker, and closes it whatever comes of that.
 * @throws CommandError when the engine cannot be used
 */
export async function withChecker<T>(
  datasets: ReadonlyMap<string, Dataset>,
  engine: EngineChoice,
  work: (checker: NodeChecker) => Promise<T>,
): Promise<T> {
  const checker = new NodeChecker(REPOSITORY_ROOT, datasets);
  try {
    await checker.prepare(engine);
    return await work(checker);
  } finally {
    await checker.close();
  }
}
