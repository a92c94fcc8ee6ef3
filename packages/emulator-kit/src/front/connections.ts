import type { Http2Session } from 'node:http2';
import type { Server, Socket } from 'node:net';

/** All that is open, so that closing leaves nothing behind. */
export class Connections {
  private readonly graceMilliseconds: number;
  private readonly sockets = new Set<Socket>();
  private readonly sessions = new Set<Http2Session>();
  private readonly exchanges = new Set<AbortController>();
  private onQuiet: () => void = () => {};
  private closed: Promise<void> | undefined;

  constructor(graceMilliseconds: number) {
    this.graceMilliseconds = graceMilliseconds;
  }

  get isClosing(): boolean {
    return this.closed !== undefined;
  }

  add(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('error', () => {}); // a reset by the client is no news; 'close' follows
    socket.once('close', () => this.sockets.delete(socket));
  }

  addSession(session: Http2Session): void {
    this.sessions.add(session);
    session.on('error', () => {});
    session.once('close', () => this.sessions.delete(session));
  }

  /** A request that is being answered; aborted when the front closes. */
  open(exchange: AbortController): void {
    this.exchanges.add(exchange);
  }

  done(exchange: AbortController): void {
    this.exchanges.delete(exchange);
    if (this.exchanges.size === 0) this.onQuiet();
  }

  close(server: Server): Promise<void> {
    this.closed ??= this.closeNow(server);
    return this.closed;
  }

  private async closeNow(server: Server): Promise<void> {
    const gone = new Promise<void>((resolve) => server.close(() => resolve()));
    await this.untilQuiet();
    for (const exchange of this.exchanges) exchange.abort();
    for (const session of this.sessions) session.destroy();
    for (const socket of this.sockets) socket.destroy();
    await gone;
  }

  /** Requests that are under way get a moment to end by themselves. */
  private untilQuiet(): Promise<void> {
    if (this.exchanges.size === 0) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.graceMilliseconds);
      this.onQuiet = () => {
        clearTimeout(timer);
        setImmediate(resolve); // the last answer's bytes leave first
      };
    });
  }
}
