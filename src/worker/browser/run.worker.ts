import { Buffer } from 'buffer';
import { channelOf } from '../channel';
import { serveRuns } from '../run-service';

// pg-mem and pg look for Node's Buffer in the global scope.
Reflect.set(globalThis, 'Buffer', Buffer);
serveRuns(channelOf(self));
