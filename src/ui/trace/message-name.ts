/** The messages of PostgreSQL's protocol that a driver sends, by their type letters. */
const FROM_CLIENT: Readonly<Record<string, string>> = {
  B: 'Bind',
  C: 'Close',
  D: 'Describe',
  E: 'Execute',
  P: 'Parse',
  Q: 'Query',
  S: 'Sync',
  X: 'Terminate',
  c: 'CopyDone',
  d: 'CopyData',
  f: 'CopyFail',
};

/** The same letters mean something else the other way. */
const FROM_SERVER: Readonly<Record<string, string>> = {
  '1': 'ParseComplete',
  '2': 'BindComplete',
  '3': 'CloseComplete',
  A: 'NotificationResponse',
  C: 'CommandComplete',
  D: 'DataRow',
  E: 'ErrorResponse',
  G: 'CopyInResponse',
  H: 'CopyOutResponse',
  I: 'EmptyQueryResponse',
  N: 'NoticeResponse',
  S: 'ParameterStatus',
  T: 'RowDescription',
  Z: 'ReadyForQuery',
  c: 'CopyDone',
  d: 'CopyData',
  n: 'NoData',
  s: 'PortalSuspended',
  t: 'ParameterDescription',
};

/**
 * What the documentation calls a message of the protocol.
 * @param type its type letter
 */
export function messageName(type: string, from: 'client' | 'server'): string {
  return (from === 'client' ? FROM_CLIENT : FROM_SERVER)[type] ?? 'unknown message';
}
