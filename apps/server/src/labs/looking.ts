import { join } from 'node:path';
import type {
  Fidelity,
  LabBill,
  LabCredentials,
  LabJournal,
  LabNodeStates,
  RelayAnswer,
  RelayRequest,
} from '@cairn/contract';
import { architectureState } from '@cairn/labs';
import type { LabAccount } from './account.ts';
import { type AccountJournal, fidelityOf } from './host/control.ts';
import { type LabDeps, LabRecord } from './record.ts';
import { relay } from './relay.ts';
import { shellLines } from './shell-lines.ts';
import { openAccount } from './working.ts';

/** Entries of a journal in one answer. */
const MOST_ENTRIES = 200;

/** The session name under which a lab itself takes roles. */
const OUR_SESSION = '/cairn-lab';

/** Looks into the account of a run, and hands calls to it. Changes nothing that is recorded. */
export class LabAccountService {
  readonly #deps: LabDeps;
  readonly #record: LabRecord;

  constructor(deps: LabDeps) {
    this.#deps = deps;
    this.#record = new LabRecord(deps);
  }

  /** @param after number of the last entry that is known; left out: the last ones */
  journal(id: string, after?: number): Promise<LabJournal> {
    return this.#with(id, async ({ control, facts }) => {
      const from = after ?? Math.max(0, (await control.journal(Number.MAX_SAFE_INTEGER)).total - MOST_ENTRIES);
      return showJournal(await control.journal(from), facts.keys.root.accessKeyId);
    });
  }

  bill(id: string): Promise<LabBill> {
    return this.#with(id, ({ control }) => control.bill());
  }

  async architecture(id: string): Promise<LabNodeStates> {
    const { lab, run } = await this.#record.getCurrent(id);
    return this.#with(id, async (account) => {
      const states = await architectureState(lab, await account.context('author', run.variables));
      return { nodes: [...states].map(([node, state]) => ({ id: node, state })) };
    });
  }

  async credentials(id: string): Promise<LabCredentials> {
    const { lab } = await this.#record.getCurrent(id);
    const { host } = this.#deps;
    return this.#with(id, ({ facts, learnerKeys, endpoint }) => {
      const { accessKeyId, secretAccessKey } = learnerKeys;
      const reach = { endpoint, region: lab.region, accessKeyId, secretAccessKey };
      const shell = shellLines({ ...reach, folder: join(host.directory, lab.id) });
      return Promise.resolve({ ...reach, accountId: facts.accountId, shell });
    });
  }

  relay(id: string, asked: RelayRequest): Promise<RelayAnswer> {
    return this.#with(id, ({ host }) => relay(host, asked));
  }

  async fidelity(): Promise<Fidelity> {
    return fidelityOf(await this.#deps.host.ensure());
  }

  async #with<T>(id: string, look: (account: LabAccount) => Promise<T>): Promise<T> {
    const account = await openAccount(this.#deps.host, await this.#record.getCurrent(id));
    try {
      return await look(account);
    } finally {
      account.close();
    }
  }
}

function showJournal({ total, entries }: AccountJournal, rootKeyId: string): LabJournal {
  const first = total - entries.length + 1;
  return {
    total,
    entries: entries
      .slice(0, MOST_ENTRIES)
      .map(({ accessKeyId, decision, errorCode, errorMessage, ...entry }, index) => ({
        ...entry,
        number: first + index,
        decision: decision ?? null,
        errorCode: errorCode ?? null,
        errorMessage: errorMessage ?? null,
        isOurs: accessKeyId === rootKeyId || entry.principalArn.endsWith(OUR_SESSION),
      })),
  };
}
