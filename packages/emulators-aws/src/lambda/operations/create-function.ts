import type { CreateFunctionRequest, FunctionConfiguration } from '@aws-sdk/client-lambda';
import { operation } from '@cairn/emulator-kit';
import { requestTags } from '../../messaging/needs.ts';
import { takeCode } from '../code.ts';
import { describeVersion } from '../describe.ts';
import { conflict, invalidParameter, notSupported } from '../errors.ts';
import { functionNameOf } from '../names.ts';
import { functionNeed } from '../policy.ts';
import { publish } from '../publishing.ts';
import { takeRole } from '../roles.ts';
import { changedSettings, defaultSettings } from '../settings.ts';
import type { LambdaCall, LambdaFunction, LambdaState } from '../state.ts';

export const createFunction = operation<LambdaState, CreateFunctionRequest, FunctionConfiguration>({
  fidelity: 'simplified',
  differs:
    "JavaScript functions only, run by this machine's Node.js in a process that keeps accidents in but is no wall against a hostile author; files can be written below os.tmpdir() only. Active at once; no layers, VPCs, images or SnapStart.",
  needs: (input, call) => {
    const need = functionNeed(call, 'CreateFunction', functionNameOf(call, input.FunctionName));
    return { ...need, context: requestTags(Object.entries(input.Tags ?? {})) };
  },
  handle: async (input, call) => {
    const { name } = functionNameOf(call, input.FunctionName);
    const settings = newSettings(input, name);
    demandUnknown(call, name);
    takeRole(call, settings.roleArn, name);
    const code = await takeCode(call, input.Code ?? {});
    demandUnknown(call, name); // another request may have come first
    const fn: LambdaFunction = {
      name,
      arn: call.arn(`function:${name}`),
      latest: { version: '$LATEST', settings, code, lastModified: call.date(), revisionId: call.ids.uuid() },
      versions: new Map(),
      nextVersion: 1,
      aliases: new Map(),
      policies: new Map(),
      reservedConcurrency: undefined,
      tags: new Map(Object.entries(input.Tags ?? {})),
    };
    call.state.functions.set(name, fn);
    return input.Publish ? describeVersion(fn, publish(call, fn), true) : describeVersion(fn, fn.latest);
  },
});

function newSettings(input: CreateFunctionRequest, name: string) {
  if ((input.PackageType ?? 'Zip') !== 'Zip') throw notSupported('PackageType Image');
  if (input.CodeSigningConfigArn) throw notSupported('Code signing');
  if (input.TenancyConfig) throw notSupported('TenancyConfig');
  const { Runtime: runtime, Handler: handler, Role: roleArn = '' } = input;
  if (!runtime || !handler)
    throw invalidParameter(
      'Runtime and Handler are mandatory parameters for functions created with deployment packages.',
    );
  const before = { ...defaultSettings(name), runtime: 'nodejs20.x' as const, handler, roleArn };
  return changedSettings(before, input);
}

function demandUnknown(call: LambdaCall, name: string): void {
  if (call.state.functions.has(name)) throw conflict(`Function already exist: ${name}`);
}
