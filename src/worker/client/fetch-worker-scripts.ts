import * as v from 'valibot';

/** Scripts that a worker may load: their texts, by their addresses. */
export interface WorkerScripts {
  readonly kind: 'scripts';
  /** The address of the one to begin with. */
  readonly entry: string;
  readonly scripts: readonly (readonly [address: string, text: string])[];
}

const Names = v.array(v.string());
const ListSchema = v.object({ scripts: Names, libraries: v.record(v.string(), Names) });

async function fetchText(address: string): Promise<string> {
  const response = await fetch(address).catch(() => null);
  if (!response?.ok) throw new Error('A worker could not be loaded. Are you offline?');
  return response.text();
}

/**
 * Fetches a worker's script and all that every program there may load later, or what only some programs load. Beside the
 * script lies the list of the others (`src/plugin/list-worker-scripts.ts`).
 * @param library what only some programs load; `null` for the rest
 * @throws Error when one of them cannot be had
 */
export async function fetchWorkerScripts(entry: URL, library: string | null = null): Promise<WorkerScripts> {
  const list = v.safeParse(ListSchema, JSON.parse(await fetchText(`${entry.href}.json`)));
  if (!list.success) throw new Error('The list of a worker’s scripts is none.');
  const { scripts: always, libraries } = list.output;
  const names = library === null ? always : libraries[library];
  if (!names) throw new Error(`A worker has no library "${library ?? ''}".`);
  const scripts = await Promise.all(
    names.map(async (name): Promise<readonly [string, string]> => {
      const address = new URL(name, entry).href;
      return [address, await fetchText(address)];
    }),
  );
  return { kind: 'scripts', entry: entry.href, scripts };
}
