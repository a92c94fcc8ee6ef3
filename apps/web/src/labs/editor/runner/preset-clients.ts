import { rememberCall } from './error-place.ts';

type Module = Readonly<Record<string, unknown>>;
type Client = { send(...given: readonly unknown[]): unknown };
type ClientClass = new (config: object) => Client;

/** The same module, whose clients know where to send to and by which keys when a program says nothing else. */
export function withPresets(module: Module, presets: object, forced: object): Module {
  const { __Client: Base } = module;
  if (!isClass(Base)) throw new RangeError('the module holds no client');
  const isClient = (value: unknown): value is ClientClass => isClass(value) && value.prototype instanceof Base;
  const entries = Object.entries(module).map(([name, value]) => [
    name,
    isClient(value) ? presetClient(name, value, presets, forced) : value,
  ]);
  return Object.fromEntries(entries);
}

const isClass = (value: unknown): value is ClientClass => typeof value === 'function' && 'prototype' in value;

function presetClient(name: string, Official: ClientClass, presets: object, forced: object): ClientClass {
  const Preset = class extends Official {
    constructor(config: object = {}) {
      super({ ...presets, ...config, ...forced });
    }

    override send(...given: readonly unknown[]): unknown {
      const { stack } = new Error('called here');
      const sent = super.send(...given);
      if (sent instanceof Promise) sent.catch((error: unknown) => rememberCall(error, stack));
      return sent;
    }
  };
  Object.defineProperty(Preset, 'name', { value: name });
  return Preset;
}
