import { type BirpcReturn, createBirpc } from 'birpc';
import { type Channel, isPortMessage } from './channel';

/** Connects two sides: calls go to `Remote`, and the other side's calls to `local`. Calls wait for ever; see $close. */
export function connect<Remote extends object, Local extends object>(
  channel: Channel,
  local: Local,
): BirpcReturn<Remote, Local> {
  return createBirpc<Remote, Local>(local, {
    post: (message: unknown) => {
      channel.post(message);
    },
    on: (receive) => {
      channel.listen((message) => {
        if (!isPortMessage(message)) receive(message);
      });
    },
    bind: 'functions',
    timeout: -1,
  });
}
