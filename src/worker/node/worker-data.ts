/** What a worker thread is started with. */
export interface WorkerData {
  readonly service: 'run' | 'postgres' | 'python';
  /** The file of PostgreSQL's snapshot. */
  readonly snapshot: string;
  /** The project's folder. */
  readonly root: string;
}
