import {
  type AnswerDiagnosis,
  type Diagnosis,
  type DiagnosisAnswered,
  type DiagnosisStop,
  type DiagnosisSummary,
  Problem,
  type StartDiagnosis,
} from '@cairn/contract';
import type { Transaction } from '@cairn/db';
import type { Clock, Instant } from '@cairn/kernel';
import type { ExamModels } from '../evidence/exam-model.ts';
import type { EvidenceRepository } from '../evidence/repository.ts';
import { getExam } from '../exam/library.ts';
import { creditFor, readResponse, requireCurrent } from './answering.ts';
import { freezeDiagnosis } from './definition.ts';
import { thetaOf } from './known.ts';
import { publishDiagnosis } from './publishing.ts';
import { type DiagnosisReading, frozenQuestion, placeOf, readDiagnosis, stopOf } from './reading.ts';
import type { DiagnosisRepository } from './repository.ts';
import { DiagnosisResult } from './result.ts';

export type DiagnosisDeps = {
  readonly diagnoses: DiagnosisRepository;
  readonly evidence: EvidenceRepository;
  readonly models: ExamModels;
  readonly learnerId: string;
  readonly clock: Clock;
  readonly newId: () => string;
};

/** A list longer than this is a history, not a list. */
const LISTED = 100;

const ENDED: DiagnosisStop = { reason: 'ended-by-learner', value: null, limit: null };

function unknownDiagnosis(id: string): Problem {
  return new Problem('diagnosis-unknown', `There is no diagnosis ${id} here; open the list of diagnoses.`);
}

/** Adaptive diagnoses: start, answer, end, look back. */
export class DiagnosisService {
  readonly #deps: DiagnosisDeps;

  constructor(deps: DiagnosisDeps) {
    this.#deps = deps;
  }

  async start({ id, exam }: StartDiagnosis): Promise<Diagnosis> {
    const { diagnoses, evidence, models, learnerId, clock, newId } = this.#deps;
    const model = getExam(models, exam);
    const { profile } = model.entry;
    if ((await diagnoses.find(learnerId, id)) === undefined) {
      const now = clock.now();
      const frozen = freezeDiagnosis(model, await evidence.lastAnswers(learnerId, profile.id), now);
      const seed = newId(); // not the diagnosis's id: who knows the seed can undo the shuffle of options
      const { id: examId, title } = profile;
      await diagnoses.insert({ id, learnerId, exam: examId, title, seed, frozen, startedAt: now });
    }
    const stored = await diagnoses.find(learnerId, id);
    if (stored?.exam === profile.id) return this.show(id);
    const running = stored === undefined && (await diagnoses.findRunning(learnerId, profile.id));
    if (running) {
      const hint = `go on with it at /api/diagnoses/${running}, or end it first`;
      throw new Problem('diagnosis-running', `A diagnosis of ${profile.code} is running; ${hint}.`);
    }
    throw new Problem('diagnosis-id-taken', `Another diagnosis has the id ${id}; start again with a new one.`);
  }

  async show(id: string): Promise<Diagnosis> {
    const reading = await this.#read(id);
    const isOpen = reading.step.kind === 'item' || reading.stored.overAt !== null;
    // A program that stops earlier than the one that asked last ends the diagnosis instead of asking nothing.
    return publishDiagnosis(isOpen ? reading : await this.#locked(id, (_, on) => this.#settled(id, on)));
  }

  /** When it returns, the answer and its evidence are on disk; when it throws, neither is. */
  async answer(id: string, given: AnswerDiagnosis): Promise<DiagnosisAnswered> {
    const reading = await this.#locked(id, async (before, on) => {
      if (before.answers.some(({ eventId }) => eventId === given.id)) return before;
      await this.#record(before, given, on);
      return this.#settled(id, on);
    });
    return { acknowledged: given.id, diagnosis: publishDiagnosis(reading) };
  }

  /** Safe to repeat. What was answered stays evidence. */
  async end(id: string): Promise<Diagnosis> {
    const reading = await this.#locked(id, async (before, on) => {
      if (before.stored.overAt !== null) return before;
      await this.#end(before, ENDED, on);
      return this.#read(id, on);
    });
    return publishDiagnosis(reading);
  }

  async list(exam: string | undefined): Promise<DiagnosisSummary[]> {
    const { diagnoses, models, learnerId } = this.#deps;
    const examId = exam === undefined ? undefined : getExam(models, exam).entry.profile.id;
    const rows = await diagnoses.list(learnerId, examId, LISTED);
    return rows.map(({ startedAt, overAt, result, answered, ...head }) => {
      const read = result && DiagnosisResult.parse(result);
      return {
        ...head,
        state: overAt === null ? 'running' : 'over',
        startedAt: startedAt.getTime(),
        overAt: overAt?.getTime() ?? null,
        answered: answered ?? 0,
        stopped: read?.stopped ?? null,
        theta: read?.theta ?? null,
      };
    });
  }

  async #read(id: string, on?: Transaction, lock = false): Promise<DiagnosisReading> {
    const { diagnoses, learnerId } = this.#deps;
    const stored = await diagnoses.find(learnerId, id, on, lock);
    if (stored === undefined) throw unknownDiagnosis(id);
    return readDiagnosis(stored, await diagnoses.answers(id, on));
  }

  /** One writer at a time, over all server processes. */
  #locked<T>(id: string, work: (reading: DiagnosisReading, on: Transaction) => Promise<T>): Promise<T> {
    return this.#deps.diagnoses.transaction(async (on) => work(await this.#read(id, on, true), on));
  }

  async #record(before: DiagnosisReading, given: AnswerDiagnosis, on: Transaction): Promise<void> {
    const { diagnoses, evidence, learnerId, clock, newId } = this.#deps;
    const { stored, frozen, answers } = before;
    const asked = frozenQuestion(frozen, requireCurrent(before, given.question));
    const sequence = answers.length + 1;
    const response = readResponse(asked, given.response, sequence);
    const credit = creditFor(asked, response, frozen.credit);
    const now: Instant = clock.now();
    const { itemId, task, version, skills } = asked;
    const answer = { eventId: given.id, itemId, response, credit, sequence, clientAt: given.at, receivedAt: now };
    await diagnoses.append(on, stored.id, answer);
    const source = { diagnosisId: stored.id, slot: placeOf(sequence) };
    const seen = { id: newId(), learnerId, at: now, source, exam: frozen.exam, part: null, itemVersion: version };
    await evidence.append(on, [{ ...seen, itemId, task, skills, credit }]);
  }

  /** As it stands after an answer; over if the answer is known. */
  async #settled(id: string, on: Transaction): Promise<DiagnosisReading> {
    const reading = await this.#read(id, on);
    if (reading.step.kind !== 'stop' || reading.stored.overAt !== null) return reading;
    await this.#end(reading, stopOf(reading.step.reason), on);
    return this.#read(id, on);
  }

  async #end({ stored, step }: DiagnosisReading, stopped: DiagnosisStop, on: Transaction): Promise<void> {
    const { diagnoses, learnerId, clock } = this.#deps;
    const result: DiagnosisResult = { schema: 'diagnosis-result/1', stopped, theta: thetaOf(step.known) };
    await diagnoses.end(on, learnerId, stored.id, clock.now(), result);
  }
}
