import { bootPostgres, type PgliteModule } from '../../engine/postgres';
import { channelOf } from '../channel';
import { servePostgres } from '../postgres-service';

// The package's files are served as they are, and found beside the site's own: the page passes their address as the
// worker's name, which is there before any message.
const load = (): Promise<PgliteModule> => import(/* webpackIgnore: true */ self.name) as Promise<PgliteModule>;

async function fetchSnapshot(): Promise<Blob> {
  const response = await fetch(new URL('data-directory.bin', self.name));
  if (!response.ok) throw new Error(`The snapshot answers ${String(response.status)}.`);
  return new Blob([await response.arrayBuffer()], { type: 'application/gzip' });
}

servePostgres(channelOf(self), () => bootPostgres(load, fetchSnapshot));
