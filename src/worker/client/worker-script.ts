/**
 * Names the script of a worker that somebody else starts. The bundler takes this for what starts one
 * (`src/plugin/worker-bundler-config.ts`), and so gives the address of the script that it made.
 */
export class WorkerScript {
  constructor(readonly address: URL) {}
}
