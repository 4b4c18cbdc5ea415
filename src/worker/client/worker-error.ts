/** The error for what a browser says of a worker that failed. */
export function workerError(message: string): Error {
  return new Error(message.replace(/^Uncaught Error: /, '') || 'A worker could not be started.');
}
