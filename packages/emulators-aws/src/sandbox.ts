import { Sandbox, type SandboxOptions } from '@cairn/emulator-kit';
import { authority } from './iam/authority.ts';
import { SERVICES } from './services.ts';

/** A local AWS with all its services, enforced permissions and verified signatures. */
export function awsSandbox(options: Omit<SandboxOptions, 'services' | 'authority'>): Sandbox {
  return new Sandbox({ ...options, services: SERVICES, authority });
}
