import { createHash } from 'node:crypto';
import { Problem } from '@cairn/contract';
import {
  builtInVariables,
  type Cloud,
  type Lab,
  type Language,
  openDatasets,
  type RunContext,
  type Variables,
} from '@cairn/labs';
import { cliCloud, pythonCloud, sdkCloud } from '@cairn/labs/aws';
import { type AccountClock, AccountControl, type AccountFacts } from './host/control.ts';
import type { HostAddress } from './host/host-file.ts';
import type { LabReading } from './reading.ts';

/** What the SDK has to say about releases of Node after ours concerns nobody who does a lab. */
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';

/** The control API takes names of 64 letters, digits, dots and dashes. */
const LONGEST_NAME = 64;

/** One account for each learner and lab: the same name gives the same keys. */
export function accountName(learnerId: string, lab: string): string {
  const name = `${learnerId}-${lab}`;
  if (name.length <= LONGEST_NAME) return name;
  const digest = createHash('sha256').update(name).digest('hex').slice(0, 12);
  return `${name.slice(0, LONGEST_NAME - 13)}-${digest}`;
}

/** Where step `place` begins, in the life of the account that belongs to a run. The 0th says whose account it is. */
export const snapshotName = (runId: string, place: number): string => `${runId}.${place}`;

/** What the sandbox says of a run's account without being started for it. */
export type AccountView = {
  readonly clock: AccountClock | undefined;
  readonly facts: AccountFacts | undefined;
  /** Steps to whose beginning the account can be put back. */
  readonly places: ReadonlySet<number>;
};

export const NO_ACCOUNT: AccountView = { clock: undefined, facts: undefined, places: new Set() };

export async function viewAccount(host: HostAddress | undefined, { stored, lab }: LabReading): Promise<AccountView> {
  if (host === undefined || stored.supersededAt !== null) return NO_ACCOUNT;
  const control = new AccountControl(host, accountName(stored.learnerId, stored.lab));
  const names = await control.findSnapshots();
  const places = lab.steps.flatMap((_, place) => (names?.includes(snapshotName(stored.id, place)) ? [place] : []));
  if (!places.includes(0)) return NO_ACCOUNT; // never made, half made, or of another run
  return { clock: await control.findClock(), facts: await control.open(), places: new Set(places) };
}

/** Who makes calls: the lab's author sees everything, the learner what the account's policies allow. */
export type Caller = 'author' | 'learner';

/** A run's account, opened for work. */
export class LabAccount {
  readonly control: AccountControl;
  readonly facts: AccountFacts;
  readonly host: HostAddress;
  readonly #lab: Lab;
  readonly #open: { readonly close: () => void }[] = [];

  constructor(host: HostAddress, lab: Lab, control: AccountControl, facts: AccountFacts) {
    this.host = host;
    this.#lab = lab;
    this.control = control;
    this.facts = facts;
  }

  /** Calls by the official JavaScript clients, or by the programs that people use. */
  cloud(caller: Caller, by: Language = 'javascript'): Cloud {
    const { author, learner } = { author: this.facts.keys.root, learner: this.learnerKeys };
    const credentials = caller === 'author' ? author : learner;
    const options = { region: this.#lab.region, endpoint: this.endpoint, credentials };
    const cloud = by === 'cli' ? cliCloud(options) : by === 'python' ? pythonCloud(options) : sdkCloud(options);
    this.#open.push(cloud);
    const advance = (milliseconds: number) => this.control.advance(milliseconds);
    return { ...cloud, advance, pause: advance }; // nobody needs to wait for a job of an account whose clock we hold
  }

  get endpoint(): string {
    return this.host.url;
  }

  get learnerKeys() {
    const { learner } = this.facts.keys;
    if (learner) return learner;
    throw new Problem('lab-account-gone', "The learner's key was deleted in this account; reset the lab to its start.");
  }

  /** Variables that depend on this account are looked up, not remembered. */
  async context(caller: Caller, variables: Variables, by: Language = 'javascript'): Promise<RunContext> {
    const cloud = this.cloud(caller, by);
    const builtIn = await builtInVariables(caller === 'author' ? cloud : this.cloud('author'));
    return { cloud, datasets: openDatasets(this.#lab.datasets), variables: { ...variables, ...builtIn } };
  }

  close(): void {
    for (const { close } of this.#open.splice(0)) close();
  }
}
