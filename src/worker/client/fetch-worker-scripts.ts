/** All that a worker may load: its scripts' texts, by their addresses. */
export interface WorkerScripts {
  readonly kind: 'scripts';
  /** The address of the one to begin with. */
  readonly entry: string;
  readonly scripts: readonly (readonly [address: string, text: string])[];
}

async function fetchText(address: string): Promise<string> {
  const response = await fetch(address).catch(() => null);
  if (!response?.ok) throw new Error('A worker could not be loaded. Are you offline?');
  return response.text();
}

/**
 * Fetches a worker's script and all that it may load later. Beside the script lies the list of the others
 * (`src/plugin/list-worker-scripts.ts`).
 * @throws Error when one of them cannot be had
 */
export async function fetchWorkerScripts(entry: URL): Promise<WorkerScripts> {
  const names: unknown = JSON.parse(await fetchText(`${entry.href}.json`));
  if (!Array.isArray(names)) throw new Error('The list of a worker’s scripts is none.');
  const scripts = await Promise.all(
    names.map(async (name): Promise<readonly [string, string]> => {
      const address = new URL(String(name), entry).href;
      return [address, await fetchText(address)];
    }),
  );
  return { kind: 'scripts', entry: entry.href, scripts };
}
