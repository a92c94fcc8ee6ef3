import type { AliasConfiguration, FunctionConfiguration } from '@aws-sdk/client-lambda';
import type { Alias, FunctionVersion, LambdaFunction } from './state.ts';

/** A version as Get, Create, Update and List answer it. `isQualified`: its ARN ends in the version. */
export function describeVersion(
  fn: LambdaFunction,
  version: FunctionVersion,
  isQualified = false,
): FunctionConfiguration {
  const { settings, code } = version;
  return {
    FunctionName: fn.name,
    FunctionArn: isQualified ? `${fn.arn}:${version.version}` : fn.arn,
    Runtime: settings.runtime,
    Role: settings.roleArn,
    Handler: settings.handler,
    CodeSize: code.blob.size,
    Description: settings.description,
    Timeout: settings.timeoutSeconds,
    MemorySize: settings.memoryMegabytes,
    LastModified: version.lastModified.toISOString().replace('Z', '+0000'),
    CodeSha256: code.sha256,
    Version: version.version,
    ...(settings.deadLetterArn === undefined ? {} : { DeadLetterConfig: { TargetArn: settings.deadLetterArn } }),
    ...(settings.environment ? { Environment: { Variables: { ...settings.environment } } } : {}),
    TracingConfig: { Mode: settings.tracingMode },
    RevisionId: version.revisionId,
    State: 'Active',
    LastUpdateStatus: 'Successful',
    PackageType: 'Zip',
    Architectures: [...settings.architectures],
    EphemeralStorage: { Size: settings.ephemeralMegabytes },
    SnapStart: { ApplyOn: 'None', OptimizationStatus: 'Off' },
    LoggingConfig: { LogFormat: 'Text', LogGroup: settings.logGroup },
  };
}

export function describeAlias({ arn, name, version, description, weights, revisionId }: Alias): AliasConfiguration {
  return {
    AliasArn: arn,
    Name: name,
    FunctionVersion: version,
    Description: description,
    ...(Object.keys(weights).length === 0 ? {} : { RoutingConfig: { AdditionalVersionWeights: { ...weights } } }),
    RevisionId: revisionId,
  };
}
