import type { Tenant } from '@cairn/emulator-kit';
import { iamStateOf } from './authority.ts';
import { checkDocument } from './documents.ts';
import type { ServiceControlPolicy } from './state.ts';

/**
 * Puts an account under the service control policies of an organization, instead of those before; none frees it.
 * For whoever sets a lab up: no call inside the account can change them.
 *
 * @throws ServiceError MalformedPolicyDocument, LimitExceeded
 */
export function setServiceControlPolicies(tenant: Tenant, policies: readonly ServiceControlPolicy[]): void {
  for (const { document } of policies) checkDocument(document, 'scp');
  const { serviceControlPolicies } = iamStateOf(tenant);
  serviceControlPolicies.splice(0, serviceControlPolicies.length, ...policies);
}
