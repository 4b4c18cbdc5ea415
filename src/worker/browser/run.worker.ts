import './node-globals';
import { channelOf } from '../channel';
import { serveRuns } from '../run-service';
import { lockDown } from './lock-down';
import { makeFunction } from './make-function';
import { randomUuid } from './random-uuid';

// Browsers keep it from the frame in which programs run, because its origin has no name.
if (!('randomUUID' in crypto)) Object.defineProperty(crypto, 'randomUUID', { value: randomUuid });

serveRuns(channelOf(self), { makeFunction, lockDown });
