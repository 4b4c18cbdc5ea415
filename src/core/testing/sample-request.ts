import { PSQL_START, type RunRequest } from '../run-report';

/** A learner's `SELECT 1` on no data, of which `own` changes what a test is about. */
export function sampleRequest(own: Partial<RunRequest> = {}): RunRequest {
  return {
    language: 'sql',
    code: 'SELECT 1',
    files: {},
    dataset: { id: 'empty', sql: '' },
    engine: 'auto',
    evaluation: { kind: 'none' },
    psql: PSQL_START,
    author: 'learner',
    traced: true,
    ...own,
  };
}
