import { channelOf } from '../channel';
import { servePostgres } from '../postgres-service';
import { bootPagePostgres } from './boot-page-postgres';
import type { PostgresSource } from './postgres-source';

// The page passes where PGlite is as the worker's name, which is there before any message.
const source = JSON.parse(self.name) as PostgresSource;

servePostgres(channelOf(self), (onProgress) => {
  let loaded = 0;
  return bootPagePostgres(source, (count) => {
    loaded += count;
    onProgress({ what: 'PostgreSQL', loaded, total: source.bytes });
  });
});
