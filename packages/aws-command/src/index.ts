export { loadPack, type ServiceModel, type ServicePack } from '@cairn/emulator-kit/schema';
export { CommandFailure } from './command/failure.ts';
export type { FileReader } from './command/files.ts';
export {
  type CallPlan,
  clientFor,
  type ModelLookup,
  type Plan,
  planAws,
  type SdkInput,
  type WaitPlan,
} from './command/plan.ts';
export { SERVICE_COMMANDS } from './command/services.ts';
export { type Completions, completions } from './help/completions.ts';
export { helpFor } from './help/help.ts';
export type { Host, Send } from './run/cloud.ts';
export { VirtualFolder } from './shell/folder.ts';
export { parseCommandLine } from './shell/parse-script.ts';
export type { OutputPiece } from './shell/pieces.ts';
export type { ParsedScript } from './shell/script.ts';
export { Shell, type ShellOptions } from './shell/shell.ts';
