/**
 * Runs inside a function's own process: loads the handler, then answers one invocation after another.
 *
 * Messages in: `start` once, `invoke` for each event, `answer…` from the bridge. Messages out: `ready` or `broken`, then
 * `output`, `returned` or `failed` for each invocation.
 */
import { existsSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { answerBridge, bridgeSdkClients, closeNetwork } from './bridge.mjs';
import { currentRequest, describeError, logError, patchConsole } from './console.mjs';

const send = process.send.bind(process);
const exit = process.exit.bind(process);
let handler;
let isFailing = false;

process.on('disconnect', () => exit(0));
process.on('message', (message) => {
  if (message.kind === 'start') void start(message);
  else if (message.kind === 'invoke') void invoke(message);
  else answerBridge(message);
});
process.on('uncaughtException', (error) => fail('Uncaught Exception', describeError(error)));
process.on('unhandledRejection', (reason) => {
  const { errorMessage, trace } = describeError(reason);
  const prefix = reason instanceof Error ? `${reason.name}: ` : '';
  fail('Unhandled Promise Rejection', {
    errorType: 'Runtime.UnhandledPromiseRejection',
    errorMessage: prefix + errorMessage,
    trace,
  });
});

async function start({ environment, taskRoot, handlerName, endpoint }) {
  Object.assign(process.env, environment);
  patchConsole(send);
  closeNetwork(endpoint);
  bridgeSdkClients(send);
  try {
    handler = await loadHandler(taskRoot, handlerName);
    send({ kind: 'ready' });
  } catch (error) {
    const described = { ...describeError(error), ...(error.lambdaType ? { errorType: error.lambdaType } : {}) };
    logError('Uncaught Exception', described);
    send({ kind: 'broken', error: described }, () => exit(1));
  }
}

/** `src/app.handler`: the file up to the first dot of the last path segment, then what it exports. */
async function loadHandler(taskRoot, handlerName) {
  const directoryEnd = handlerName.lastIndexOf('/') + 1;
  const dot = handlerName.indexOf('.', directoryEnd);
  if (dot <= directoryEnd || dot === handlerName.length - 1) {
    throw lambdaError('Runtime.MalformedHandlerName', 'Bad handler');
  }
  const loaded = await loadModule(taskRoot, handlerName.slice(0, dot));
  const exported = handlerName.slice(dot + 1);
  const found = memberOf(loaded, exported) ?? memberOf(loaded.default, exported);
  if (found === undefined) {
    throw lambdaError('Runtime.HandlerNotFound', `${handlerName} is undefined or not exported`);
  }
  if (typeof found !== 'function') throw lambdaError('Runtime.HandlerNotFound', `${handlerName} is not a function`);
  return found;
}

async function loadModule(taskRoot, name) {
  const base = resolve(taskRoot, name);
  if (!base.startsWith(taskRoot + sep)) {
    throw lambdaError(
      'Runtime.MalformedHandlerName',
      `'${name}' is not a valid handler name. Use absolute paths when possible.`,
    );
  }
  const file = ['.js', '.mjs', '.cjs'].map((ending) => base + ending).find(existsSync);
  if (!file) throw lambdaError('Runtime.ImportModuleError', `Error: Cannot find module '${name}'`);
  try {
    return await import(pathToFileURL(file).href);
  } catch (error) {
    if (error instanceof SyntaxError) error.lambdaType = 'Runtime.UserCodeSyntaxError';
    else if (/^(ERR_)?MODULE_NOT_FOUND$/.test(error?.code)) error.lambdaType = 'Runtime.ImportModuleError';
    throw error;
  }
}

const memberOf = (module, path) => path.split('.').reduce((value, step) => value?.[step], module);

function lambdaError(lambdaType, message) {
  return Object.assign(new Error(message), { lambdaType, name: lambdaType, stack: `${lambdaType}: ${message}` });
}

async function invoke({ requestId, event, context, deadline, clockAhead }) {
  currentRequest.id = requestId;
  currentRequest.clockAhead = clockAhead;
  isFailing = false;
  try {
    const result = await callHandler(JSON.parse(event), contextOf(requestId, context, deadline));
    finish(requestId, result);
  } catch (error) {
    const described = describeError(error);
    logError('Invoke Error', described);
    send({ kind: 'failed', requestId, error: described, memoryBytes: process.memoryUsage.rss() });
  }
}

function finish(requestId, result) {
  let payload;
  try {
    payload = JSON.stringify(result) ?? 'null';
  } catch {
    throw Object.assign(new Error('Unable to stringify response body'), { name: 'Runtime.MarshallingError' });
  }
  send({ kind: 'returned', requestId, payload, memoryBytes: process.memoryUsage.rss() });
}

/** A handler answers by its promise or by its callback, whichever comes first. */
function callHandler(event, context) {
  return new Promise((succeed, refuse) => {
    const callback = (error, result) => (error === undefined || error === null ? succeed(result) : refuse(error));
    context.succeed = succeed;
    context.fail = (error) => refuse(error ?? new Error('handled'));
    context.done = callback;
    const returned = handler(event, context, callback);
    if (typeof returned?.then === 'function') returned.then(succeed, refuse);
    else if (handler.length < 3) succeed(null); // neither a promise nor a callback: Lambda answers null
  });
}

function contextOf(requestId, context, deadline) {
  return {
    ...context,
    awsRequestId: requestId,
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  };
}

function fail(title, error) {
  if (isFailing) return;
  isFailing = true; // one failure ends the process: later ones are its echo
  logError(title, error);
  send({ kind: 'failed', requestId: currentRequest.id, error, memoryBytes: process.memoryUsage.rss() }, () =>
    exit(129),
  );
}
