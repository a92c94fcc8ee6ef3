import type { Attempt } from '@cairn/contract';
import type { Db } from '@cairn/db';
import { type Rng, seededRng } from '@cairn/kernel';
import { expect } from 'vitest';
import { Candidate } from './candidate.ts';
import {
  expectHonestClock,
  expectNothingLost,
  expectSameAttempt,
  expectSoundLog,
  facesAfter,
  facesOf,
  sectionFinder,
  type TimeLeft,
} from './comparison.ts';
import { candidateEvents, connectToDatabaseOf, type Logged, outageSeconds, readLog } from './log.ts';
import { Program, pause } from './program.ts';
import { call } from './wire.ts';

/** One kind of fault, done to a program while everybody works. */
export type Strike = {
  readonly title: string;
  /** How many connections break besides, 0 to 1. */
  readonly faultShare: number;
  /** Returns when the fault is done; the program answers again when `recover` resolves. */
  readonly strike: (program: Program, rng: Rng) => Promise<void>;
  readonly recover: (program: Program) => Promise<void>;
};

type Seat = { readonly candidate: Candidate; readonly first: Attempt; timeLeft: TimeLeft; heard: number };

export type Tally = { runs: number; acknowledged: number; delivered: number; connectionsBroken: number };

const EXAMS = [
  { exam: 'aif-c01', mode: 'exam' },
  { exam: 'mla-c02', mode: 'exam' },
  { exam: 'ai-103', mode: 'exam' },
  { exam: 'ai-103', mode: 'study' },
] as const;

const DELIVERY_MILLISECONDS = 30_000;

/**
 * An exam hall: one program, many running attempts. A *run* is one running attempt that had something acknowledged
 * since the last fault, carried through one fault and compared with its ledger afterwards.
 */
export class Hall {
  readonly program: Program;
  readonly tally: Tally = { runs: 0, acknowledged: 0, delivered: 0, connectionsBroken: 0 };
  readonly #seats: readonly Seat[];

  private constructor(program: Program, seats: readonly Seat[]) {
    this.program = program;
    this.#seats = seats;
  }

  static async open(seed: string, size: number): Promise<Hall> {
    const program = await Program.onNewData();
    await program.start();
    const seats = await Promise.all(
      Array.from({ length: size }, (_, index) => seat(program, `${seed}:${index}`, index)),
    );
    return new Hall(program, seats);
  }

  get candidates(): readonly Candidate[] {
    return this.#seats.map(({ candidate }) => candidate);
  }

  /** Everybody works, the fault strikes, everything is compared. */
  async survive({ faultShare, strike, recover }: Strike, seed: string): Promise<void> {
    const rng = seededRng(seed);
    const working = new AbortController();
    for (const candidate of this.candidates) candidate.strain(faultShare);
    const work = this.candidates.map((candidate) => candidate.work(working.signal));
    await pause(700 + rng.below(1100));
    const crashing = this.#seats.filter(() => rng.next() < 0.4);
    for (const { candidate } of crashing) candidate.crashPage();
    await strike(this.program, rng);
    await pause(rng.below(300));
    working.abort();
    await Promise.all(work);
    for (const candidate of this.candidates) candidate.proxy.cutAll();
    await recover(this.program);
    await this.#compareAndGoOn(crashing);
  }

  /** Everybody hands in through a bad line; @returns what the database holds then */
  async finish(faultShare: number): Promise<{ readonly evidence: number; readonly answered: number }> {
    for (const candidate of this.candidates) {
      candidate.strain(faultShare);
      candidate.submit();
    }
    await Promise.all(this.candidates.map((candidate) => candidate.untilDelivered(DELIVERY_MILLISECONDS)));
    const db = await connectToDatabaseOf(this.program.dataDir);
    const { count } = await db
      .selectFrom('evidence')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    const answered = await Promise.all(this.#seats.map((at) => this.#expectReport(db, at)));
    await db.destroy();
    return { evidence: count, answered: answered.reduce((sum, one) => sum + one, 0) };
  }

  async close(): Promise<void> {
    await Promise.all(this.candidates.map((candidate) => candidate.leave()));
    await this.program.dispose();
  }

  async #compareAndGoOn(crashing: readonly Seat[]): Promise<void> {
    const db = await connectToDatabaseOf(this.program.dataDir);
    for (const at of this.#seats) await this.#compare(db, at);
    await Promise.all(
      this.#seats.map(async ({ candidate, first }) => {
        candidate.proxy.mend();
        if (!crashing.some((other) => other.candidate === candidate)) return;
        await candidate.openPage();
        // At once: what the server has and what this browser still holds, the same question on screen.
        const all = candidate.ledger.due;
        expect(facesOf(candidate.seen()), 'after a reload').toEqual(facesAfter(all, sectionFinder(first)));
      }),
    );
    await Promise.all(this.candidates.map((candidate) => candidate.untilDelivered(DELIVERY_MILLISECONDS)));
    for (const at of this.#seats) await this.#expectDelivered(db, at);
    await db.destroy();
    this.tally.connectionsBroken = this.candidates.reduce((sum, { proxy }) => sum + proxy.faults, 0);
  }

  /** Nobody can send: what the server holds, against what it acknowledged. */
  async #compare(db: Db, at: Seat): Promise<void> {
    const { candidate, first } = at;
    const { log, attempt, timeLeft } = await this.#look(db, candidate);
    expectSoundLog(log);
    expectNothingLost(candidate.ledger, log);
    expectSameAttempt(first, attempt, candidateEvents(log));
    expect(attempt).toMatchObject({ state: 'running', isActiveTab: true });
    expectHonestClock(at.timeLeft, timeLeft);
    at.timeLeft = timeLeft;
    const heard = candidate.ledger.acknowledged.length;
    this.tally.acknowledged += heard;
    if (heard > at.heard) this.tally.runs += 1;
    at.heard = heard;
  }

  /** Everybody could send: the log is what was done, each once, in order. */
  async #expectDelivered(db: Db, { candidate }: Seat): Promise<void> {
    const stored = candidateEvents(await readLog(db, candidate.attemptId));
    expect(stored).toEqual(candidate.ledger.due);
    this.tally.delivered += stored.length;
  }

  async #expectReport(db: Db, { candidate, first }: Seat): Promise<number> {
    const log = await readLog(db, candidate.attemptId);
    expectSoundLog(log);
    expect(candidateEvents(log)).toEqual(candidate.ledger.due);
    expect(log.filter(({ kind }) => kind === 'submit')).toHaveLength(1);
    const attempt = await this.#ask(candidate);
    expect(attempt).toMatchObject({ state: 'over', overReason: 'submitted' });
    expectSameAttempt(first, attempt, candidateEvents(log));
    return Object.values(attempt.slots).filter(({ response }) => (response ?? null) !== null).length;
  }

  #ask({ attemptId, tabId }: Candidate): Promise<Attempt> {
    const path = `/api/attempts/${attemptId}?tabId=${tabId}`;
    return call<Attempt>({ port: this.program.port, path, patienceMilliseconds: 10_000 });
  }

  /** Log and attempt of one instant: a request that was under way may still commit, so look until nothing moves. */
  async #look(db: Db, candidate: Candidate): Promise<{ log: Logged[]; attempt: Attempt; timeLeft: TimeLeft }> {
    for (;;) {
      const log = await readLog(db, candidate.attemptId);
      const attempt = await this.#ask(candidate);
      const timeLeft = timeLeftOf(attempt, log);
      const after = await readLog(db, candidate.attemptId);
      if (after.length === log.length) return { log, attempt, timeLeft };
    }
  }
}

function timeLeftOf({ clock }: Attempt, log: readonly Logged[]): TimeLeft {
  return {
    remainingSeconds: clock.remainingSeconds ?? Number.NaN, // every attempt here is timed
    outageSeconds: outageSeconds(log).reduce((sum, seconds) => sum + seconds, 0),
    atMilliseconds: performance.now(),
  };
}

async function seat(program: Program, seed: string, index: number): Promise<Seat> {
  const sits = EXAMS[index % EXAMS.length] ?? EXAMS[0];
  const candidate = await Candidate.arrive({ seed, serverPort: program.port, ...sits });
  candidate.strain(0.3);
  const first = await candidate.begin();
  candidate.proxy.mend();
  await candidate.openPage();
  return { candidate, first, timeLeft: timeLeftOf(candidate.seen(), []), heard: 0 };
}
