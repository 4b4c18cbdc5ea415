const bootstraps = new Map<string, string>();

/** The address of a script that does nothing but load another one, in a worker that has this page's policy. */
function bootstrapOf(script: string): string {
  const known = bootstraps.get(script);
  if (known !== undefined) return known;
  // What the bundler loads later has paths of this site, which mean nothing to a worker that has no address itself.
  const source = `(() => {
    const script = ${JSON.stringify(script)};
    const load = importScripts;
    self.importScripts = (...addresses) => load(...addresses.map((address) => new URL(address, script).href));
    try {
      load(script);
    } catch (error) {
      throw error.name === 'NetworkError' ? new Error('A worker could not be loaded. Are you offline?') : error;
    }
  })();`;
  const address = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  bootstraps.set(script, address);
  return address;
}

/**
 * A classic worker under the page's own Content-Security-Policy. A worker takes its policy from the headers of its
 * script, and a static host sends none; but one that is started from a blob inherits the policy of whoever made the
 * blob.
 */
export class PolicyWorker extends Worker {
  constructor(script: URL, options?: WorkerOptions) {
    super(bootstrapOf(script.href), options);
  }
}
