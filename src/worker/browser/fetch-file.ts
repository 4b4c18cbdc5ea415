/** Hears how many bytes have arrived since it was last told. */
export type OnBytes = (count: number) => void;

// Kept from before a learner's program runs here: then the worker's scope has it no longer.
const { Response, TransformStream } = self;
const fetch = self.fetch.bind(self);

/**
 * Fetches one of the site's files.
 * @param owner what the file is a part of, such as “PostgreSQL”: for whoever hears that it cannot be had
 * @param onBroken hears of it when the file does not arrive whole; whoever reads it hears of that, too
 * @throws Error when it cannot be had
 */
export async function fetchFile(
  address: string | URL,
  owner: string,
  onBytes: OnBytes,
  onBroken: (error: Error) => void = () => undefined,
): Promise<Response> {
  const offline = (): Error => new Error(`${owner} could not be loaded into this page. Are you offline?`);
  let response: Response;
  try {
    response = await fetch(address);
  } catch {
    throw offline();
  }
  if (!response.ok || !response.body) {
    const name = new URL(address).pathname.split('/').pop() ?? '';
    throw new Error(`${owner} could not be loaded: ${String(response.status)}, ${name}.`);
  }
  const { readable, writable } = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform: (chunk, controller) => {
      onBytes(chunk.length);
      controller.enqueue(chunk);
    },
  });
  response.body.pipeTo(writable).catch(() => {
    onBroken(offline());
  });
  return new Response(readable, { headers: response.headers });
}
