/** How much of something large has arrived, in bytes. */
export interface LoadProgress {
  readonly loaded: number;
  readonly total: number;
}
