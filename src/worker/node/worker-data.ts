/** What a worker thread is started with. */
export interface WorkerData {
  readonly service: 'run' | 'postgres';
  /** The file of PostgreSQL's snapshot. */
  readonly snapshot: string;
}
