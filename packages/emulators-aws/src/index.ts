export { type Host, type HostOptions, hostAws } from './host.ts';
export * from './iam/engine/index.ts';
export { setServiceControlPolicies } from './iam/organization.ts';
export type { ServiceControlPolicy } from './iam/state.ts';
export { awsSandbox } from './sandbox.ts';
