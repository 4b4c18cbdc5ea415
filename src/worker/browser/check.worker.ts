import { channelOf } from '../channel';
import { serveChecks } from '../check-service';

serveChecks(channelOf(self));
