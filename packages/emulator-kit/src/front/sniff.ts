import type { Socket } from 'node:net';

const PREFACE = Buffer.from('PRI');

/** Reads as many bytes as tell the two protocols apart, puts them back, and hands the connection on. */
export function sniff(socket: Socket, timeoutMilliseconds: number, next: (isHttp2: boolean) => void): void {
  const timer = setTimeout(() => socket.destroy(), timeoutMilliseconds);
  const stop = () => {
    clearTimeout(timer);
    socket.off('readable', onReadable).off('end', onEnd);
  };
  const onEnd = () => {
    stop();
    socket.destroy();
  };
  let held = Buffer.alloc(0);
  const onReadable = () => {
    for (let bytes: Buffer | null = socket.read(); bytes !== null; bytes = socket.read()) {
      held = Buffer.concat([held, bytes]);
    }
    const start = held.subarray(0, PREFACE.length);
    const isOpen = start.length < PREFACE.length && PREFACE.subarray(0, start.length).equals(start);
    if (isOpen) return;
    stop();
    socket.unshift(held);
    next(start.equals(PREFACE));
  };
  socket.on('readable', onReadable).once('end', onEnd).once('close', stop);
}
