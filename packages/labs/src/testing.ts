import type { Cloud } from './cloud/cloud.ts';
import { type Datasets, openDatasets } from './datasets/datasets.ts';
import type { StepGrade } from './grade/grade.ts';
import { gradeStep } from './grade/grade-step.ts';
import type { Lab, Step, WrongSolution } from './lab/schema.ts';
import { builtInVariables, type RunContext } from './run/context.ts';
import { runCalls } from './run/run-calls.ts';
import type { Variables } from './value/evaluate.ts';

/** A fresh account to prove a lab in. */
export type ProvingAccount = {
  /** Makes the starting state. */
  readonly author: Cloud;
  /** Runs solutions, with the rights that a learner has. */
  readonly learner: Cloud;
  /** Makes the checks; left out: the author. */
  readonly grader?: Cloud;
  /** Remembers the account as it is; what it gives puts the account back. Left out: wrong solutions start from nothing. */
  readonly checkpoint?: () => Promise<() => Promise<void>>;
  readonly close?: () => Promise<void>;
};

export type LabProof = {
  readonly lab: string;
  /** Sentences: what is not as it must be. Empty: the lab is proven. */
  readonly faults: readonly string[];
  readonly wrongSolutions: number;
  readonly checks: number;
};

/**
 * Proves a lab in both directions. Before each step its checks fail, after its solution they pass, each wrong solution
 * fails with its message, every check is seen failing at least once, and nothing is left unjudged.
 */
export async function proveLab(lab: Lab, open: () => Promise<ProvingAccount>): Promise<LabProof> {
  const proof = new Proof(lab, open);
  await proof.solution();
  for (const wrong of lab.wrong) await proof.wrong(wrong);
  return proof.report();
}

type Place = { readonly restore: (() => Promise<void>) | undefined; readonly variables: Variables };
type Running = { readonly account: ProvingAccount; readonly context: RunContext };

class Proof {
  readonly #lab: Lab;
  readonly #open: () => Promise<ProvingAccount>;
  /** Generated once: the same use gives the same rows. */
  readonly #datasets: Datasets;
  readonly #faults: string[] = [];
  readonly #failing = new Set<string>();
  readonly #places: Place[] = [];
  #kept: ProvingAccount | undefined;

  constructor(lab: Lab, open: () => Promise<ProvingAccount>) {
    this.#lab = lab;
    this.#open = open;
    this.#datasets = openDatasets(lab.datasets);
  }

  async #begin(): Promise<Running> {
    const account = await this.#open();
    const context = {
      cloud: account.author,
      datasets: this.#datasets,
      variables: await builtInVariables(account.author),
    };
    const variables = await runCalls(this.#lab.start, context);
    return { account, context: { ...context, variables } };
  }

  async solution(): Promise<void> {
    const { account, context } = await this.#begin();
    const started = context.variables;
    let { variables } = context;
    for (const step of this.#lab.steps) await this.#mustFail(step, started, account, 'before anything is done');
    for (const step of this.#lab.steps) {
      this.#places.push({ restore: await account.checkpoint?.(), variables });
      await this.#mustFail(step, started, account, 'before its solution');
      variables = await this.#run(step.solution, { ...context, variables }, account, `solution of ${step.id}`);
      await this.#mustPass(step, started, account);
    }
    if (account.checkpoint) this.#kept = account;
    else await account.close?.();
  }

  async #run(calls: Step['solution'], context: RunContext, account: ProvingAccount, what: string): Promise<Variables> {
    try {
      return await runCalls(calls, { ...context, cloud: account.learner });
    } catch (error) {
      this.#faults.push(`The ${what} stops: ${error instanceof Error ? error.message : String(error)}`);
      return context.variables;
    }
  }

  /** Checks know only what was there before the first step. */
  async #grade(step: Step, started: Variables, account: ProvingAccount): Promise<StepGrade> {
    const cloud = account.grader ?? account.author;
    const grade = await gradeStep(step, { cloud, datasets: this.#datasets, variables: started });
    for (const result of grade.checks) {
      if (result.outcome === 'cannot-check')
        this.#faults.push(`${step.id}/${result.check} cannot be checked: ${result.reason}`);
      if (result.outcome !== 'passed') this.#failing.add(`${step.id}/${result.check}`);
    }
    return grade;
  }

  async #mustFail(step: Step, started: Variables, account: ProvingAccount, when: string): Promise<void> {
    const { passed } = await this.#grade(step, started, account);
    if (passed) this.#faults.push(`Step ${step.id} passes ${when}.`);
  }

  async #mustPass(step: Step, started: Variables, account: ProvingAccount): Promise<void> {
    const { checks } = await this.#grade(step, started, account);
    for (const result of checks) {
      if (result.outcome === 'passed' || result.outcome === 'cannot-check') continue;
      const seen = result.outcome === 'failed' ? ` (${result.observed})` : '';
      this.#faults.push(`After its solution ${step.id}/${result.check} is ${result.outcome}: ${result.message}${seen}`);
    }
  }

  async wrong(wrong: WrongSolution): Promise<void> {
    const { replace = {}, after = {} } = wrong;
    const first = this.#lab.steps.findIndex(({ id }) => id in replace || id in after);
    const { account, context, from, started } = await this.#beginAt(first);
    let { variables } = context;
    for (const step of this.#lab.steps.slice(from)) {
      const calls = [...(replace[step.id] ?? step.solution), ...(after[step.id] ?? [])];
      variables = await this.#run(
        calls,
        { ...context, variables },
        account,
        `wrong solution ${wrong.id} at ${step.id}`,
      );
      if (step.id === wrong.fails.step) await this.#mustSay(wrong, step, started, account);
      if (step.id === wrong.fails.step) break;
    }
    if (!this.#kept) await account.close?.();
  }

  async #beginAt(step: number): Promise<Running & { readonly from: number; readonly started: Variables }> {
    const place = this.#places[step];
    const started = this.#places[0]?.variables ?? {};
    if (!this.#kept || !place?.restore) {
      const running = await this.#begin();
      return { ...running, from: 0, started: running.context.variables };
    }
    await place.restore();
    const context = {
      cloud: this.#kept.author,
      datasets: this.#datasets,
      variables: place.variables,
    };
    return { account: this.#kept, context, from: step, started };
  }

  async #mustSay({ id, fails }: WrongSolution, step: Step, started: Variables, account: ProvingAccount): Promise<void> {
    const { checks } = await this.#grade(step, started, account);
    const result = checks.find(({ check }) => check === fails.check);
    if (result?.outcome !== 'failed') {
      this.#faults.push(
        `Wrong solution ${id}: ${fails.step}/${fails.check} is ${result?.outcome ?? 'missing'}, not failed.`,
      );
    } else if (!result.message.includes(fails.says)) {
      this.#faults.push(`Wrong solution ${id}: the message is "${result.message}" and does not say "${fails.says}".`);
    }
  }

  async report(): Promise<LabProof> {
    await this.#kept?.close?.();
    for (const { id, checks } of this.#lab.steps) {
      for (const check of checks) {
        const name = `${id}/${check.id}`;
        if (!this.#failing.has(name))
          this.#faults.push(`${name} never fails: add a wrong solution that it catches, or remove it.`);
      }
    }
    const checks = this.#lab.steps.reduce((sum, step) => sum + step.checks.length, 0);
    return { lab: this.#lab.id, faults: this.#faults, wrongSolutions: this.#lab.wrong.length, checks };
  }
}
