/** What a check found. Only `failed` counts as the learner's; `cannot-check` is a fault of ours or of the network. */
export type CheckOutcome =
  | { readonly outcome: 'passed' }
  | { readonly outcome: 'failed'; readonly message: string; readonly observed: string }
  | { readonly outcome: 'not-yet'; readonly message: string }
  | { readonly outcome: 'cannot-check'; readonly reason: string };

export type CheckResult = { readonly check: string } & CheckOutcome;

export type StepGrade = {
  readonly step: string;
  readonly passed: boolean;
  readonly checks: readonly CheckResult[];
};
