const ENDING_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Closes something before a signal ends this process.
 * @param close can be called again
 */
export function closeAtSignal(close: () => Promise<void>): void {
  for (const signal of ENDING_SIGNALS) {
    process.once(signal, () => {
      // Whoever else listens ends the process in a way of its own.
      const alone = process.listenerCount(signal) === 0;
      const end = (): void => {
        if (alone) process.kill(process.pid, signal);
      };
      close().then(end, (error: unknown) => {
        console.error(error instanceof Error ? error.message : error);
        end();
      });
    });
  }
}
