import { channelOf } from '../channel';
import { serveConsole } from '../console-service';

serveConsole(channelOf(self));
