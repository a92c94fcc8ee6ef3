export { accessDeniedMessage } from './access-denied.ts';
export type { Decision, Layer, StatementTrace } from './decision.ts';
export { type EvaluationOptions, evaluate } from './evaluate.ts';
export {
  type JournalEntry,
  type PrivilegeReport,
  type UnusedGrant,
  unusedGrants,
  type WideGrant,
} from './least-privilege.ts';
export type { Mismatch } from './match.ts';
export { INLINE_CHARACTER_LIMITS, type ParseOptions, POLICY_CHARACTER_LIMITS, parsePolicy } from './parse-policy.ts';
export type {
  AttachedPolicy,
  ParsedPolicy,
  Policy,
  PolicyFault,
  PolicyKind,
  Statement,
  StatementReference,
} from './policy.ts';
export type { AccessRequest, ContextValue, Principal, RequestContext, Tags } from './request.ts';
export { contextKeysOf, type EvaluationResult, type MatchedStatement, type Simulation, simulate } from './simulate.ts';
export { describeMismatch, describeStatement } from './why.ts';
