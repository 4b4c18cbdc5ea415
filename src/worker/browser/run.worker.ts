import './node-globals';
import { channelOf } from '../channel';
import { serveRuns } from '../run-service';

serveRuns(channelOf(self));
