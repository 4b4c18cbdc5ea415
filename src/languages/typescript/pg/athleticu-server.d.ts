// What a program may do to the server that its pools connect to, so that it can be seen what pools make of it.
declare module 'athleticu/server' {
  export interface Server {
    /** How many clients are connected. */
    readonly connections: number;
    /** How many may be: whoever comes after them gets the error 53300. 100 to begin with. */
    maxConnections: number;
    /** How long it takes to connect, in milliseconds. 0 to begin with. */
    connectDelay: number;
    /** Ends every connection with the error 57P01, as an administrator does who calls `pg_terminate_backend`. */
    terminateConnections(): Promise<void>;
    /** Ends every connection in the same way, and then takes none: whoever tries gets ECONNREFUSED. */
    stop(): Promise<void>;
    /** Takes connections again. */
    start(): void;
  }
  export const server: Server;
}
