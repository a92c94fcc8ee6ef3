/**
 * `ListObjectsV2` as botocore and the AWS CLI spell it: `list-objects-v2`, `list_objects_v2`.
 *
 * @see botocore.xform_name: the same three rules in the same order
 */
function spelled(name: string, separator: '-' | '_'): string {
  const plural = /[A-Z]{2,}s$/.exec(name)?.[0];
  const whole = plural === undefined ? name : `${name.slice(0, -plural.length)}${separator}${plural.toLowerCase()}`;
  return whole
    .replace(/(.)([A-Z][a-z]+)/g, `$1${separator}$2`)
    .replace(/([a-z0-9])([A-Z])/g, `$1${separator}$2`)
    .toLowerCase();
}

export function commandName(operation: string): string {
  return spelled(operation, '-');
}

export function optionName(member: string): string {
  return `--${spelled(member, '-')}`;
}

export function methodName(operation: string): string {
  return spelled(operation, '_');
}

/** `roleArn` → `ROLE_ARN`, as shells name variables. */
export function shellVariable(name: string): string {
  return spelled(name, '_').toUpperCase();
}

/** `roleArn` → `role_arn`, as Python names them. */
export function pythonVariable(name: string): string {
  return spelled(name, '_');
}
