import { channelOf } from '../channel';
import { serveChecks } from '../check-service';
import { makeFunction } from './make-function';

serveChecks(channelOf(self), makeFunction);
