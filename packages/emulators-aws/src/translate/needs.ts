import type { Need } from '@cairn/emulator-kit';
import type { TranslateCall } from './state.ts';

const arnOf = (call: TranslateCall, name: string): string => call.arn(`terminology/${name}/LATEST`);

/** TranslateText with a terminology may be narrowed to it; without, it is of all resources. */
export function terminologyNeeds(
  { TerminologyNames: names = [] }: { readonly TerminologyNames?: readonly string[] | undefined },
  call: TranslateCall,
): Need[] {
  const resources = names.length === 0 ? ['*'] : names.map((name) => arnOf(call, name));
  return resources.map((resource) => ({ action: 'translate:TranslateText', resource }));
}

export const onTerminology =
  (action: string) =>
  ({ Name: name }: { readonly Name: string }, call: TranslateCall): Need => ({
    action: `translate:${action}`,
    resource: arnOf(call, name),
  });
