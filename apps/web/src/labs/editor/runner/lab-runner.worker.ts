import type { FromProgram, ToProgram } from '../messages.ts';
import { boundedPrinter, programConsole } from './console.ts';
import { Errands } from './errands.ts';
import { faultOf } from './error-place.ts';
import { loadModules, type Module, moduleLoaders } from './program-modules.ts';
import { readProgram, withAddresses } from './read-program.ts';
import { closeDoors, countTimers, processOf } from './surroundings.ts';

/**
 * Runs one program of a learner, and is then ended by the page. The server serves this file with a policy of its own:
 * the worker may run the module that it makes of the program (`blob:`), and reaches no network. What the program asks
 * of the cloud goes by message to the page, which hands it to the lab's account and to nothing else.
 */

const post = (message: FromProgram) => postMessage(message);
const errands = new Errands(post);

const LOOK_MILLISECONDS = 20;

/** The program's own address, by which its lines are found in stacks. */
let address = '';

const end = (error?: { readonly thrown: unknown }) =>
  post({ kind: 'ended', fault: error && faultOf(error.thrown, address) });

addEventListener('message', ({ data }: MessageEvent<ToProgram>) => {
  if (data.kind === 'run') void run(data).catch((thrown: unknown) => end({ thrown }));
  else errands.take(data);
});
addEventListener('error', (event) => {
  event.preventDefault();
  end({ thrown: event.error ?? new Error(event.message) });
});
addEventListener('unhandledrejection', (event) => {
  event.preventDefault();
  end({ thrown: event.reason });
});

async function run({ code, account }: Extract<ToProgram, { kind: 'run' }>): Promise<void> {
  const read = readProgram(code);
  if (read.kind === 'fault') return post({ kind: 'ended', fault: read.fault });
  Object.assign(globalThis, { console: programConsole(boundedPrinter(post)) });
  const loaded = await loadModules(read.imports, moduleLoaders(account, errands));
  if (loaded.kind === 'fault') return post({ kind: 'ended', fault: loaded.fault });
  const addresses = new Map([...loaded.modules].map(([name, module]) => [name, publish(name, module)]));
  const ready = withAddresses(code, read.imports, addresses);
  closeDoors();
  const { setTimeout } = globalThis;
  const timersOpen = countTimers();
  Object.assign(globalThis, { process: processOf(account) });
  Object.assign(Error, { stackTraceLimit: 100 }); // the clients have many layers above the program's line
  address = addressOf(ready);
  await import(/* @vite-ignore */ address);
  // until what the program began and did not wait for is done
  do await new Promise((resolve) => setTimeout(resolve, LOOK_MILLISECONDS));
  while (errands.open + timersOpen() > 0);
  end();
}

const addressOf = (code: string): string => URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));

/** Where modules are found by the small ones that stand for them. */
const MODULES = Symbol.for('cairn.modules');

/** Makes a module that is loaded already importable: a program's `import` wants an address. */
function publish(name: string, module: Module): string {
  const all: Record<string, Module> = Reflect.get(globalThis, MODULES) ?? {};
  all[name] = module;
  Reflect.set(globalThis, MODULES, all);
  const names = Object.keys(module).filter((one) => one !== 'default' && /^[A-Za-z_$][\w$]*$/.test(one));
  return addressOf(
    [
      `const module = globalThis[Symbol.for('cairn.modules')][${JSON.stringify(name)}];`,
      `const { ${names.map((one) => `${one}: $${one}`).join(', ')} } = module;`,
      `export { ${names.map((one) => `$${one} as ${one}`).join(', ')} };`,
      'export default module.default ?? module;',
    ].join('\n'),
  );
}
