/** Lambda's log format for Node.js: time, request id, level and text, parted by tabs; all other output as it is. */
import { Console } from 'node:console';
import { format } from 'node:util';

/** Of the invocation that runs; one at a time. */
export const currentRequest = { id: undefined, clockAhead: 0 };

const LEVELS = { debug: 'DEBUG', info: 'INFO', log: 'INFO', warn: 'WARN', error: 'ERROR', trace: 'TRACE' };

/** Sends what the function prints to the host, in order with its answers. */
export function patchConsole(send) {
  const output = (text) => send({ kind: 'output', text });
  for (const stream of [process.stdout, process.stderr]) {
    stream.write = (chunk, encoding, done) => {
      output(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8'));
      const callback = typeof encoding === 'function' ? encoding : done;
      if (callback) queueMicrotask(callback);
      return true;
    };
  }
  // Other methods (table, group, time) print through a console of their own, so that each gets its line.
  globalThis.console = new Console(process.stdout, process.stderr);
  for (const [method, level] of Object.entries(LEVELS)) {
    console[method] = (...values) => output(line(level, format(...values)));
  }
}

function line(level, text) {
  const now = new Date(Date.now() + currentRequest.clockAhead).toISOString();
  // A line break inside an entry would part it in the log: Lambda writes a carriage return, as CloudWatch shows it.
  return `${now}\t${currentRequest.id ?? 'undefined'}\t${level}\t${text.replaceAll('\n', '\r')}\n`;
}

/** An error as Lambda's answer and log describe it. */
export function describeError(error) {
  if (!(error instanceof Error)) {
    return { errorType: typeof error, errorMessage: String(error), trace: [] };
  }
  const trace = (error.stack ?? '').split('\n');
  return { errorType: error.name || 'Error', errorMessage: error.message, trace };
}

export function logError(title, { errorType, errorMessage, trace }) {
  const described = JSON.stringify({ errorType, errorMessage, stack: trace });
  process.send({ kind: 'output', text: line('ERROR', `${title} \t${described}`) });
}
