import './node-globals';
import { channelOf } from '../channel';
import { serveRuns } from '../run-service';
import { lockDown } from './lock-down';
import { makeFunction } from './make-function';

serveRuns(channelOf(self), { makeFunction, lockDown });
