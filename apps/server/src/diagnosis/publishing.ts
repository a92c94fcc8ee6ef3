import type { Diagnosis, DiagnosisQuestion, DiagnosisWhy, ReviewedQuestion } from '@cairn/contract';
import { seededRng } from '@cairn/kernel';
import { type ItemChoice, momentsOf } from '@cairn/psychometrics';
import { creditOf, gradeFinal, type Published, publish, Response, reveal } from '@cairn/question-types';
import type { Frozen, FrozenQuestion } from './frozen.ts';
import { knownOf } from './known.ts';
import { type DiagnosisReading, frozenQuestion, questionId } from './reading.ts';
import type { StoredAnswer } from './repository.ts';
import { DiagnosisResult } from './result.ts';

/** Options in the order of this diagnosis: each question has a stream of its own, so a reload shows the same. */
const shown = (seed: string, { itemId, question }: FrozenQuestion): Published =>
  publish(question, seededRng(`${seed}:${itemId}`).shuffle);

/** Every field is named here: nothing of a choice is passed on by spreading it, since it holds what the item tells. */
function whyOf(frozen: Frozen, answered: number, domain: number, choice: ItemChoice): DiagnosisWhy {
  const best = choice.best?.information ?? choice.information;
  return {
    rule: answered === 0 ? 'first' : choice.best?.passedOver === 'domain' ? 'blueprint' : 'most-telling',
    domain: { number: domain, name: frozen.domains.find(({ number }) => number === domain)?.name ?? '' },
    domainAnswered: choice.domain.given,
    domainPlanned: choice.domain.planned,
    tellsPercent: best > 0 ? Math.round((100 * choice.information) / best) : 100,
    drawnFrom: choice.exposure.drawnFrom,
  };
}

function currentOf({ stored, frozen, answers, step }: DiagnosisReading): DiagnosisQuestion | null {
  if (stored.overAt !== null || step.kind === 'stop') return null;
  const question = frozenQuestion(frozen, step.itemId);
  return {
    id: questionId(stored.seed, answers.length + 1, question.itemId),
    number: answers.length + 1,
    question: shown(stored.seed, question),
    why: whyOf(frozen, answers.length, question.domain, step.why),
  };
}

function reviewed({ stored, frozen }: DiagnosisReading, answer: StoredAnswer, index: number): ReviewedQuestion {
  const asked = frozenQuestion(frozen, answer.itemId);
  const response = answer.response === null ? undefined : Response.parse(answer.response);
  const { parts } = gradeFinal(asked.question, response);
  const { solution, why } = reveal(asked.question);
  return {
    id: questionId(stored.seed, index + 1, asked.itemId),
    number: index + 1,
    itemId: asked.itemId,
    domain: asked.domain,
    task: asked.task,
    question: shown(stored.seed, asked),
    response: response ?? null,
    credit: answer.credit,
    feedback: {
      solution,
      why,
      parts: parts.map(({ id, correct }) => ({ id, correct })),
      ...creditOf(parts, frozen.credit),
      sources: asked.sources.map(({ url, title, checkedOn }) => ({ url, title, checkedOn })),
      reviewBy: asked.reviewBy ?? null,
    },
  };
}

/** How far the standard error has come on its way from the prior's to the one that ends the diagnosis. */
function precisionOf({ frozen: { definition }, step }: DiagnosisReading): number {
  const { standardError: start } = momentsOf(definition.prior);
  const end = definition.stopping.standardError ?? 0;
  return Math.min(1, Math.max(0, (start - step.known.standardError) / (start - end)));
}

/** Everything a browser needs to show a diagnosis, and no key before the end. */
export function publishDiagnosis(reading: DiagnosisReading): Diagnosis {
  const { stored, frozen, answers } = reading;
  const { stopping } = frozen.definition;
  const isOver = stored.overAt !== null;
  return {
    id: stored.id,
    exam: frozen.exam,
    certification: frozen.certification,
    code: frozen.code,
    title: stored.title,
    state: isOver ? 'over' : 'running',
    startedAt: stored.startedAt,
    overAt: stored.overAt,
    answered: answers.length,
    minQuestions: stopping.minimumItems,
    maxQuestions: stopping.maximumItems,
    precision: precisionOf(reading),
    current: currentOf(reading),
    known: isOver ? knownOf(reading) : null,
    stopped: stored.result && DiagnosisResult.parse(stored.result).stopped,
    review: isOver ? answers.map((answer, index) => reviewed(reading, answer, index)) : [],
  };
}
