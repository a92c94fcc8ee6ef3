import { ServiceError } from '@cairn/emulator-kit';
import { aliasNotFound, validation } from './errors.ts';
import type { Alias, KmsCall } from './state.ts';

const NAME = /^alias\/[a-zA-Z0-9/_-]+$/;

/** Throws for a name that no customer may give. */
export function checkAliasName(name: string): void {
  if (!name.startsWith('alias/')) {
    throw validation(
      'Alias must start with the prefix "alias/". Please see https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html',
    );
  }
  if (!NAME.test(name)) {
    throw new ServiceError('InvalidAliasNameException', 'Alias contains invalid characters for an alias');
  }
  if (name.startsWith('alias/aws/')) throw new ServiceError('NotAuthorizedException', '', 400);
}

export function getAlias(call: KmsCall, name: string): Alias {
  const alias = call.state.aliases.get(name);
  if (!alias) throw aliasNotFound(call.arn(name));
  return alias;
}
