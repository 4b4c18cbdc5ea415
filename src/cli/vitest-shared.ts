import { type Course, readCourse } from '../plugin/read-course';
import { rememberCourseRuns, type RunsWithOptions } from '../worker/client/remember-course-runs';
import { RunClient } from '../worker/client/run-client';
import { startNodeWorkers } from '../worker/node/start-node-workers';
import { REPOSITORY_ROOT } from './repository-root';

let course: Course | null = null;
let runs: RunsWithOptions | null = null;

/** The course, read once by each of vitest's worker processes. */
export function sharedCourse(): Course {
  return (course ??= readCourse(REPOSITORY_ROOT));
}

/** One client, and so one PostgreSQL, for all check files in a worker process; closed when that process ends. */
export function sharedRuns(): RunsWithOptions {
  if (runs) return runs;
  const client = new RunClient(startNodeWorkers(REPOSITORY_ROOT));
  process.once('exit', () => {
    client.close();
  });
  return (runs = rememberCourseRuns(client));
}
